import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Verdict } from "@/lib/grading/grade";
import { gradeName } from "@/lib/grading/grade-name";
import { asEntityId } from "@/lib/shared/ids";
import { makeFactBase } from "@/tests/support/fact-base";
import { spaceBase } from "./space-base";

const grade = (entity: string, typed: string) => gradeName(spaceBase, asEntityId(entity), typed);

const right: [string, string, Verdict][] = [
  ["cz-5", "Long March 5", "exact"],
  ["cz-5", "long march five", "exact"],
  ["cz-5", "Long March V", "exact"],
  ["cz-5", "Long March ５", "exact"],
  ["cz-5", "LongMarch5", "exact"],
  ["cz-5", "长征五号", "exact"],
  ["cz-5", "長征五號", "exact"],
  ["cz-5", "长征5号", "exact"],
  ["cz-5", "Chang Zheng 5", "alias"],
  ["cz-5", "changzheng wuhao", "alias"],
  ["cz-5", "Chángzhēng wǔhào", "alias"],
  ["cz-5", "changzheng 5 hao", "alias"],
  ["cz-5", "cz5", "alias"],
  ["cz-5", "CZ 5", "alias"],
  ["cz-5", "CZ\u20115", "alias"],
  ["cz-5", "Pang-Wu", "alias"],
  ["cz-5b", "CZ-5B", "alias"],
  ["cz-5b", "cz 5 b", "alias"],
  ["cz-3a", "长征三号A", "exact"],
  ["cz-3a", "Long March 3 A", "exact"],
  ["shenzhou-5", "Shenzhou V", "exact"],
  ["shenzhou-15", "神舟十五号", "exact"],
  ["change-5", "Chang\u02BCe 5", "exact"],
  ["change-5", "嫦娥５號", "exact"],
  ["change-5-t1", "CE-5 T1", "alias"],
  ["xian", "Xi'an", "exact"],
  ["xian", "Xian", "exact"],
  ["xian", "Xi an", "exact"],
  ["xian", "西安", "exact"],
  ["xichang", "xichang", "alias"],
  ["jiuquan", "酒泉", "alias"],
  ["jiuquan", "Jiuquan Satellite Launch Centre", "exact"],
  ["jiuquan", "jiuquan weixing fashe zhongxin", "alias"],
  ["tiangong-station", "天宫", "alias"],
  ["brazil", "ba xi", "alias"],
  ["shanxi", "Shanxi", "exact"],
  ["shaanxi", "Shaanxi", "exact"],
  ["quess", "QUESS", "alias"],
  ["quess", "墨子", "alias"],
  ["hundredth", "hundredth Long March launch", "exact"],
  ["hundredth", "one hundredth long march launch", "exact"],
  ["moon", "the Moon", "exact"],
  ["yang-liwei", "楊利偉", "exact"],
  ["lu-yang", "lü yang", "alias"],
  ["lu-yang", "lyu yang", "alias"],
  ["lu-yang", "lu yang", "alias"],
  ["lu-yang", "Lv Yang", "exact"],
];

const wrong: [string, string, Verdict, string | undefined][] = [
  ["cz-5", "Long March 3", "other-entity", "Long March 3"],
  ["cz-5", "CZ-5B", "other-entity", "Long March 5B"],
  ["cz-5b", "CZ-5", "other-entity", "Long March 5"],
  ["cz-5", "Long March", "other-entity", "Long March"],
  ["long-march", "Long March V", "other-entity", "Long March 5"],
  ["cz-5", "Long March 5 or Long March 3", "wrong", undefined],
  ["cz-5", "5", "wrong", undefined],
  ["cz-10", "changzheng sihao", "wrong", undefined],
  ["cz-5", "CY-5", "wrong", undefined],
  ["shenzhou-5", "Shenzhou 15", "other-entity", "Shenzhou 15"],
  ["shenzhou-5", "Shenzhou 25", "wrong", undefined],
  ["wentian", "Mengtian", "other-entity", "Mengtian laboratory module"],
  ["wentian", "Wengtian", "other-entity", "Mengtian laboratory module"],
  ["mengtian", "Wengtian", "other-entity", "Wentian laboratory module"],
  ["wentian", "梦天实验舱", "other-entity", "Mengtian laboratory module"],
  ["tiangong-station", "Tianzhou", "other-entity", "Tianzhou cargo spacecraft"],
  ["tiangong-station", "Tiangong-1", "other-entity", "Tiangong-1"],
  ["jiuquan", "Xichang", "other-entity", "Xichang Satellite Launch Center"],
  ["jiuquan", "Xichan", "other-entity", "Xichang Satellite Launch Center"],
  ["shaanxi", "Shanxi", "other-entity", "Shanxi"],
  ["change-5", "Chang'e-5 T1", "other-entity", "Chang'e-5 T1"],
  ["xian", "Xichang, Xi'an", "wrong", undefined],
  ["xian", "", "wrong", undefined],
  ["xian", "???", "wrong", undefined],
];

describe("gradeName", () => {
  it.each(right)("for %s takes %j as %s", (entity, typed, verdict) => {
    const result = grade(entity, typed);
    expect(result).toMatchObject({ verdict, score: 1 });
  });

  it.each(wrong)("for %s does not take %j: %s", (entity, typed, verdict, other) => {
    const result = grade(entity, typed);
    expect(result).toMatchObject({ verdict, score: 0 });
    expect(result.note.values.other).toBe(other);
  });

  it.each([
    ["jiuquan", "Jiuqan", { typed: "Jiuqan", right: "Jiuquan" }],
    ["cz-5", "Long Marhc 5", { typed: "Marhc", right: "March" }],
    ["yang-liwei", "Yang Liwie", { typed: "Liwie", right: "Liwei" }],
    ["wentian", "Wentien", { typed: "Wentien", right: "Wentian" }],
    ["jiuquan", "JiuquanSatelite Launch Center", { typed: "JiuquanSatelite Launch Center", right: "Jiuquan Satellite Launch Center" }],
  ])("for %s takes %j as a typing error and says where", (entity, typed, values) => {
    expect(grade(entity, typed)).toMatchObject({ verdict: "typo", score: 1, note: { key: "typo", values } });
  });

  it("takes a name that two entities share for either", () => {
    const base = makeFactBase({
      entities: [{ id: "old", name: "Gaofen-10", aliases: ["Gaofen-10 (2016)"] }, { id: "new", name: "Gaofen-10 (replacement)", aliases: ["Gaofen-10"] }],
      predicates: [],
    });
    expect(gradeName(base, asEntityId("old"), "Gaofen 10").score).toBe(1);
    expect(gradeName(base, asEntityId("new"), "Gaofen 10").score).toBe(1);
  });
});

describe("gradeName over the whole base", () => {
  const entities = [...spaceBase.entities.values()];
  const twoEntities = fc.tuple(fc.constantFrom(...entities), fc.constantFrom(...entities)).filter(([a, b]) => a !== b);
  const disguise = fc.constantFrom(
    (name: string) => name,
    (name: string) => name.toUpperCase(),
    (name: string) => name.replaceAll(" ", "-"),
    (name: string) => `  ${name.replace(/['’]/gu, "\u02BC")} `,
    (name: string) => name.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  );

  it("takes every name of the key however it is written", () => {
    fc.assert(
      fc.property(fc.constantFrom(...entities), fc.nat(10), disguise, (entity, pick, write) => {
        const names = [entity.labels.en, entity.labels.zh ?? entity.labels.en, ...entity.aliases];
        const result = gradeName(spaceBase, entity.id, write(names[pick % names.length]!));
        expect(result.score).toBe(1);
        expect(["exact", "alias"]).toContain(result.verdict);
      }),
      { seed: 3, numRuns: 1000 },
    );
  });

  it("takes the label of no other entity", () => {
    fc.assert(
      fc.property(twoEntities, disguise, ([key, other], write) => {
        const result = gradeName(spaceBase, key.id, write(other.labels.en));
        expect(result).toMatchObject({ verdict: "other-entity", score: 0, note: { values: { other: other.labels.en } } });
      }),
      { seed: 4, numRuns: 1000 },
    );
  });

  it("never takes another number for the right one", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99999 }), (number) => {
        expect(gradeName(spaceBase, asEntityId("cz-5"), `Long March ${number}`).score).toBe(number === 5 ? 1 : 0);
      }),
      { seed: 5 },
    );
  });
});
