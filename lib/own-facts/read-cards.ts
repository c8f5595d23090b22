import { z } from "zod";
import { err, ok, type Result } from "@/lib/shared/result";
import { cleanCell } from "./clean-cell";
import { shownValue } from "./mistakes";
import type { OwnCard } from "./own-content";
import type { KeptPicture } from "@/lib/facts/model";
import { ownLimits } from "./own-limits";
import type { Units } from "./read-cell-quantity";
import { splitAliases } from "./read-grid";
import { readOwnContent } from "./read-own-content";
import { cardFields, isBlankCard, type CardField, type CardMistake, type TypedCard } from "./typed-card";

/** A card for the form. */
export const typeCard = ({ id, term, definition, aliases, picture, source }: OwnCard): TypedCard => ({
  id, term, definition, aliases: aliases.join("; "), pictureId: (picture && "id" in picture && picture.id) || "", pictureAlternative: picture?.alternative ?? "", pictureUrl: picture?.url ?? "", sourceTitle: source?.title ?? "", sourceUrl: source?.url ?? "",
});

const longest: Partial<Record<CardField, number>> = { pictureAlternative: ownLimits.cell, sourceTitle: ownLimits.name };
const longestAddress = 500;
const addressSchema = z.url({ protocol: /^https?$/ }).max(longestAddress);

/** Sizes of pictures that are kept for the set, or will be with it, by their ids. */
export type PictureSizes = ReadonlyMap<string, Pick<KeptPicture, "width" | "height">>;

type Found = [CardField, CardMistake["code"]];

/** What the other mistakes of cards do not cover: fields that are missing, and those of pictures and sources. */
function fieldMistakes(card: TypedCard, pictures: PictureSizes): Found[] {
  const has = (field: CardField) => card[field].trim() !== "";
  const addresses = (["pictureUrl", "sourceUrl"] as const).flatMap((field): Found[] => (has(field) && !addressSchema.safeParse(card[field].trim()).success ? [[field, "address"]] : []));
  const texts = (["pictureAlternative", "sourceTitle"] as const).flatMap((field): Found[] => {
    const clean = has(field) ? cleanCell(card[field], longest[field]!) : ok(null);
    return clean.ok ? [] : [[field, clean.error]];
  });
  return [
    ...(has("definition") ? [] : [["definition", "no-definition"] satisfies Found]),
    ...(has("pictureId") && !pictures.has(card.pictureId) ? [["pictureId", "picture-gone"] satisfies Found] : []),
    ...((has("pictureId") || has("pictureUrl")) && !has("pictureAlternative") ? [["pictureAlternative", "no-description"] satisfies Found] : []),
    ...(has("sourceUrl") && !has("sourceTitle") ? [["sourceTitle", "no-title"] satisfies Found] : []),
    ...(has("sourceTitle") && !has("sourceUrl") ? [["sourceUrl", "no-address"] satisfies Found] : []),
    ...addresses, ...texts,
  ];
}

/** A text without blanks around and within; as it was typed where it has a mistake. */
function tidied(text: string): string {
  const clean = cleanCell(text, text.length);
  return clean.ok ? (clean.value ?? "") : text;
}

function toCard(typed: TypedCard, pictures: PictureSizes): OwnCard {
  const [alternative, url, title, sourceUrl] = [tidied(typed.pictureAlternative), typed.pictureUrl.trim(), tidied(typed.sourceTitle), typed.sourceUrl.trim()];
  const size = pictures.get(typed.pictureId);
  return {
    id: typed.id, term: tidied(typed.term), definition: tidied(typed.definition), aliases: splitAliases(typed.aliases),
    ...(alternative !== "" && { picture: { ...(size && { id: typed.pictureId, width: size.width, height: size.height }), alternative, ...(url !== "" && { url }) } }),
    ...(title !== "" && { source: { title, url: sourceUrl } }),
  };
}

/** Cards with a picture beyond those that a set may have. */
const beyondLimit = (cards: readonly TypedCard[]): ReadonlySet<TypedCard> => {
  const allowed = new Set([...new Set(cards.map(({ pictureId }) => pictureId).filter(Boolean))].slice(0, ownLimits.pictures));
  return new Set(cards.filter(({ pictureId }) => pictureId !== "" && !allowed.has(pictureId)));
};

/** Cards as they were typed, without those that are blank; or every mistake in them, by card and field. `pictures`: those that they may have. */
export function readCards(base: Units, typed: readonly TypedCard[], pictures: PictureSizes): Result<OwnCard[], CardMistake[]> {
  const filled = typed.flatMap((card, position) => (isBlankCard(card) ? [] : [{ card, position }]));
  const byFields = filled.flatMap(({ card, position }) => fieldMistakes(card, pictures).map(([field, code]): CardMistake => ({ card: position, field, code, value: field === "pictureId" ? "" : shownValue(card[field]) })));
  const beyond = beyondLimit(typed);
  const byNumber = filled.flatMap(({ card, position }): CardMistake[] => (beyond.has(card) ? [{ card: position, field: "pictureId", code: "too-many-pictures", value: "" }] : []));
  const read = readOwnContent(base, { cards: filled.map(({ card }) => toCard(card, pictures)), tables: [] });
  const isMissing = ({ card, field }: { card: number; field: string }) => byFields.some((mistake) => mistake.card === card && mistake.field === field);
  const byTerms = read.ok ? [] : read.error.flatMap((mistake): CardMistake[] => {
    if (mistake.in !== "card") return [];
    const { field, code, value } = mistake;
    const card = filled[mistake.card]!.position;
    // Two cards without a definition have not the same one.
    return isMissing({ card, field }) ? [] : [{ card, field, code, value }];
  });
  const mistakes = [...byFields, ...byNumber, ...byTerms].sort((a, b) => a.card - b.card || cardFields.indexOf(a.field) - cardFields.indexOf(b.field));
  return mistakes.length > 0 || !read.ok ? err(mistakes) : ok(read.value.content.cards);
}
