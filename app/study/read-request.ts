import { z } from "zod";
import { scopeSchema } from "@/app/api/study/schemas";
import { studyModes, type StudyLength, type StudyRequest } from "@/lib/questions/study-request";

/** What stands behind the question mark; a name that stands there twice is an array. */
export type StudyQuery = Partial<Record<"what" | "how" | "cards" | "minutes", string | string[]>>;

/** No day has room for more; an exam may ask for that many. */
const mostCards = 9999;
const mostMinutes = 240;

const countSchema = (most: number) => z.string().regex(/^\d{1,4}$/).transform(Number).pipe(z.int().min(1).max(most));
const schemas = { how: z.enum(studyModes), cards: countSchema(mostCards), minutes: countSchema(mostMinutes) };

function lengthOf(cards: number | undefined, minutes: number | undefined): StudyLength {
  if (cards !== undefined) return { unit: "cards", count: cards };
  return minutes === undefined ? null : { unit: "minutes", count: minutes };
}

/**
 * The session that an address asks for; null where there is nothing of the kind to study. How and how long are as usual where the address
 * says something else than can be (`isAsAsked` is false then).
 */
export function readRequest({ what = "due", ...query }: StudyQuery): { request: StudyRequest; isAsAsked: boolean } | null {
  const scope = scopeSchema.safeParse(what);
  if (!scope.success) return null;
  const [how, cards, minutes] = [schemas.how.safeParse(query.how), schemas.cards.safeParse(query.cards), schemas.minutes.safeParse(query.minutes)];
  const isAsAsked = (query.how === undefined || how.success) && (query.cards === undefined || cards.success) && (query.minutes === undefined || minutes.success);
  return { request: { scope: scope.data, mode: how.data ?? "mix", length: lengthOf(cards.data, minutes.data) }, isAsAsked };
}
