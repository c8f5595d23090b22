import { describe, expect, it } from "vitest";
import { gradeName } from "@/lib/grading/grade-name";
import { withoutKind } from "@/lib/grading/kind-words";
import { asEntityId } from "@/lib/shared/ids";
import { makeFactBase } from "@/tests/support/fact-base";

const base = makeFactBase({
  types: [
    { id: "vehicle" },
    { id: "rocket", parent: "vehicle", label: { en: "launch vehicle", zh: "运载火箭" }, alsoCalled: ["rocket", "火箭"] },
    { id: "place", label: { en: "place" } },
    { id: "province", parent: "place", label: { en: "province", zh: "省" } },
    { id: "crater", parent: "place", label: { en: "crater" } },
    { id: "person" },
  ],
  entities: [
    { id: "cz-5", type: "rocket", name: "Long March 5", zh: "长征五号" },
    { id: "shanxi", type: "province", name: "Shanxi", zh: "山西", pinyin: "Shānxī" },
    { id: "shaanxi", type: "province", name: "Shaanxi", zh: "陕西", pinyin: "Shǎnxī" },
    { id: "karman-crater", type: "crater", name: "Von Kármán crater" },
    { id: "apollo-crater", type: "crater", name: "Apollo crater" },
    { id: "apollo", type: "person", name: "Apollo" },
  ],
  predicates: [],
});

const grade = (entity: string, typed: string) => gradeName(base, asEntityId(entity), typed);

describe("withoutKind", () => {
  it.each([
    ["rocket", "Long March 5 rocket", "long march 5"],
    ["rocket", "the launch vehicle Long March 5", "long march 5"],
    ["rocket", "长征五号运载火箭", "长征五号"],
    ["province", "the Province of Shanxi", "shanxi"],
  ])("of a %s takes %s apart", (type, typed, name) => {
    expect(withoutKind(base, type, typed)).toBe(name);
  });

  it.each([["rocket", "rocket"], ["rocket", "Long March 5"], ["rocket", "rocketeer"], ["province", "Long March 5 rocket"]])("of a %s finds nothing in %s", (type, typed) => {
    expect(withoutKind(base, type, typed)).toBeNull();
  });
});

describe("gradeName with the word for a kind", () => {
  it.each([
    ["cz-5", "Long March 5 rocket"], ["cz-5", "长征五号火箭"], ["shanxi", "Shanxi Province"], ["shanxi", "山西省"], ["karman-crater", "von karman"], ["karman-crater", "the crater Von Kármán"],
  ])("takes for %s also %s", (entity, typed) => {
    expect(grade(entity, typed).score).toBe(1);
  });

  it.each([
    ["cz-5", "rocket", "wrong"], ["cz-5", "Long March 6 rocket", "wrong"], ["shanxi", "Shaanxi Province", "other-entity"], ["shanxi", "陕西省", "other-entity"], ["apollo-crater", "Apollo", "other-entity"],
  ])("does not take for %s %s: %s", (entity, typed, verdict) => {
    expect(grade(entity, typed)).toMatchObject({ score: 0, verdict });
  });

  it("goes by the tones where they are written", () => {
    expect(grade("shaanxi", "Shǎnxī")).toMatchObject({ score: 1, verdict: "alias" });
    expect(grade("shanxi", "Shǎnxī")).toMatchObject({ score: 0, verdict: "other-entity", note: { values: { other: "Shaanxi" } } });
  });
});
