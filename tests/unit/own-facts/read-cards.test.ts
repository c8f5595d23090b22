import { describe, expect, it, test } from "vitest";
import { ownLimits } from "@/lib/own-facts/own-limits";
import { readCards, typeCard } from "@/lib/own-facts/read-cards";
import { emptyFields, type TypedCard } from "@/lib/own-facts/typed-card";
import { main } from "./own-base";

const typed = (position: number, more: Partial<TypedCard>): TypedCard => ({ id: `00000000-0000-4000-8000-${String(position).padStart(12, "0")}`, ...emptyFields, ...more });
const picture = "00000000-0000-4000-8000-0000000000aa";
const pictures = new Map([[picture, { width: 640, height: 480 }]]);
const mistakesOf = (...cards: Partial<TypedCard>[]) => {
  const read = readCards(main, cards.map((card, i) => typed(i, card)), pictures);
  return read.ok ? [] : read.error.map(({ card, field, code }) => `${card} ${field} ${code}`);
};

const full = typed(1, {
  term: "apogee", definition: "the highest point of an orbit", aliases: "apoapsis; 远地点", pictureUrl: "https://example.org/orbit.png", pictureAlternative: "An ellipse with its two ends marked",
  sourceTitle: "Orbits for beginners", sourceUrl: "https://example.org/orbits",
});

describe("cards from a form", () => {
  it("are kept with their names, picture and source, and stand in the form again as they were", () => {
    const read = readCards(main, [full, typed(2, { term: "perigee", definition: "the lowest point" })], pictures);
    expect(read).toMatchObject({ ok: true, value: [{ id: full.id, term: "apogee", aliases: ["apoapsis", "远地点"], picture: { url: "https://example.org/orbit.png" } }, { term: "perigee", aliases: [] }] });
    expect(read.ok && read.value.map(typeCard)).toEqual([full, typed(2, { term: "perigee", definition: "the lowest point" })]);
  });

  it("are kept with a picture that was uploaded, in the size that is on record for it, and with where it is from", () => {
    const pictured = [{ ...full, pictureId: picture }, typed(2, { term: "perigee", definition: "the lowest point", pictureId: picture, pictureAlternative: " An  ellipse " })];
    const read = readCards(main, pictured, pictures);
    const kept = { id: picture, width: 640, height: 480 };
    expect(read).toMatchObject({ ok: true, value: [{ picture: { ...kept, url: "https://example.org/orbit.png" } }, { picture: { ...kept, alternative: "An ellipse" } }] });
    expect(read.ok && read.value.map(typeCard)).toEqual([pictured[0], { ...pictured[1], pictureAlternative: "An ellipse" }]);
  });

  it("are refused with more pictures than a set may have, from the first that is too many", () => {
    const many = Array.from({ length: ownLimits.pictures + 2 }, (_, i) => ({ ...typed(i + 1, { term: `t${i}`, definition: `d${i}`, pictureAlternative: "x" }), pictureId: `00000000-0000-4000-8000-1${String(i).padStart(11, "0")}` }));
    const read = readCards(main, [...many, typed(999, { term: "again", definition: "the first", pictureId: many[0]!.pictureId, pictureAlternative: "x" })], new Map(many.map(({ pictureId }) => [pictureId, { width: 1, height: 1 }])));
    expect(read).toEqual({ ok: false, error: [300, 301].map((card) => ({ card, field: "pictureId", code: "too-many-pictures", value: "" })) });
  });

  it("are tidied of blanks, and those that are blank left out without a word", () => {
    const read = readCards(main, [typed(1, { term: " " }), typed(2, { term: "  low   orbit ", definition: "below\n2,000 km " }), typed(3, {})], pictures);
    expect(read).toEqual({ ok: true, value: [{ id: typed(2, {}).id, term: "low orbit", definition: "below 2,000 km", aliases: [] }] });
  });

  test.each<[string, Partial<TypedCard>, string[]]>([
    ["without a definition", { term: "apogee" }, ["0 definition no-definition"]],
    ["without a term", { definition: "the highest point" }, ["0 term empty-name"]],
    ["with a source that has no address", { ...full, sourceUrl: "" }, ["0 sourceUrl no-address"]],
    ["with a source that has no title", { ...full, sourceTitle: "" }, ["0 sourceTitle no-title"]],
    ["with a picture that is not described", { ...full, pictureAlternative: " " }, ["0 pictureAlternative no-description"]],
    ["with a picture of one's own that is not described", { ...full, pictureUrl: "", pictureId: picture, pictureAlternative: "" }, ["0 pictureAlternative no-description"]],
    ["with a picture that is not kept for them", { ...full, pictureId: "00000000-0000-4000-8000-0000000000bb" }, ["0 pictureId picture-gone"]],
    ["with a picture that is no id", { ...full, pictureId: "../../etc/passwd" }, ["0 pictureId picture-gone"]],
    ["with an address that runs a script", { ...full, sourceUrl: "javascript:alert(1)" }, ["0 sourceUrl address"]],
    ["with a picture that is data", { ...full, pictureUrl: "data:image/png;base64,AAAA" }, ["0 pictureUrl address"]],
    ["with an address that has no end", { ...full, pictureUrl: `https://example.org/${"x".repeat(500)}` }, ["0 pictureUrl address"]],
    ["with a formula", { term: "=1+2", definition: "@SUM(A1)" }, ["0 term formula", "0 definition formula"]],
    ["with a description that turns the direction of writing", { ...full, pictureAlternative: "left\u202Eright" }, ["0 pictureAlternative bidi-controls"]],
    ["with a title that rings", { ...full, sourceTitle: "bell\u0007" }, ["0 sourceTitle control-characters"]],
    ["with too long a term", { term: "x".repeat(201), definition: "y" }, ["0 term too-long"]],
    ["with too long a definition", { term: "x", definition: "y".repeat(501) }, ["0 definition too-long"]],
    ["with eleven other names", { ...full, aliases: Array.from({ length: 11 }, (_, i) => `name ${i}`).join(";") }, ["0 aliases too-many-aliases"]],
  ])("%s are refused at the field", (_, card, mistakes) => {
    expect(mistakesOf(card)).toEqual(mistakes);
  });

  it("are refused where they cannot be told apart, by their places among all that were typed", () => {
    expect(mistakesOf({ term: "a", definition: "one" }, {}, { term: "A", definition: "One." }, { term: "b", definition: "two", aliases: "a" })).toEqual(["2 term duplicate-name", "2 definition duplicate-definition", "3 aliases name-is-alias"]);
  });

  it("without definitions do not count as having the same one", () => {
    expect(mistakesOf({ term: "a" }, { term: "b" })).toEqual(["0 definition no-definition", "1 definition no-definition"]);
  });
});
