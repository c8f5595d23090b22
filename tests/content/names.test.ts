import { describe, expect, it } from "vitest";
import { checkChineseNames } from "@/lib/content/check-chinese-names";
import { formatFault } from "@/lib/content/content-fault";
import { loadContent } from "@/lib/content/load-content";
import type { Content, Entity, Reading } from "@/lib/facts/model";
import { writeTinyContent } from "../support/content";
import { openContent } from "./bank-base";

const { content } = openContent();

/** What the check says of one entity with these names. */
function problemsOf(zh: string | undefined, written: string | undefined, { aliases = [], readings = [] }: { aliases?: string[]; readings?: Reading[] } = {}) {
  const entity: Entity = { ...content.entities[0]!, labels: { en: "It", ...(zh && { zh }), ...(written && { pinyin: written }) }, aliases };
  return checkChineseNames({ ...content, entities: [entity], readings } satisfies Content).map(({ at, problem }) => `${at.field}: ${problem}`);
}

describe("the Chinese names of the real content", () => {
  it("are there for all 541 entities, in simplified characters, with the pinyin that dictionaries or declared readings give", () => {
    const checked = loadContent("content", [checkChineseNames]);
    expect(checked.ok ? [] : checked.error.map(formatFault)).toEqual([]);
    expect(content.entities.filter(({ labels }) => !labels.zh || !labels.pinyin).map(({ id }) => id)).toEqual([]);
  });

  it("need every declared reading: without it, a name would be found wrong", () => {
    const readings = content.readings ?? [];
    const idle = readings.filter((reading) => checkChineseNames({ ...content, readings: readings.filter((other) => other !== reading) }).length === 0);
    expect(readings.length).toBeGreaterThan(0);
    expect(idle.map(({ id }) => id)).toEqual([]);
  });
});

describe("the check of Chinese names", () => {
  it.each([
    ["another tone", "神舟五号", "Shēnzhōu wǔhào"],
    ["a syllable left out", "神舟五号", "Shénzhōu wǔ"],
    ["a wrong number", "神舟五号", "Shénzhōu liùhào"],
    ["no tone marks", "神舟五号", "Shenzhou wuhao"],
    ["Latin letters left out", "嫦娥五号T1", "Cháng'é wǔhào"],
    ["an Arabic number read wrongly", "第100次", "dì qiān cì"],
  ])("finds %s", (_, zh, written) => {
    expect(problemsOf(zh, written)).toEqual([expect.stringMatching(/^pinyin: .* is not read/)]);
  });

  it.each([
    ["spaces and capitals", "神舟五号", "shén zhōu Wǔ Hào"],
    ["apostrophes", "西安", "Xī'ān"],
    ["an Arabic number as it is", "第100次", "dì 100 cì"],
    ["an Arabic number read out", "第100次", "dì yībǎi cì"],
    ["both words for two", "2000平台", "liǎngqiān píngtái"],
    ["letters between characters", "风云一号A星", "Fēngyún yīhào A xīng"],
  ])("leaves %s to the writer", (_, zh, written) => {
    expect(problemsOf(zh, written)).toEqual([]);
  });

  it("heeds declared readings", () => {
    const readings: Reading[] = [{ id: "北斗", pinyin: "běidǒu", because: "the Plough" }];
    expect(problemsOf("北斗一号", "Běidǒu yīhào", { readings })).toEqual([]);
    expect(problemsOf("北斗一号", "Běidòu yīhào", { readings })).toHaveLength(1);
  });

  it("finds names without pinyin and pinyin without a name", () => {
    expect(problemsOf("神舟五号", undefined)).toEqual(['zh: "神舟五号" has no pinyin.']);
    expect(problemsOf(undefined, "Shénzhōu")).toEqual(["pinyin: There is pinyin, but no Chinese name."]);
  });

  it("finds traditional characters, in aliases too", () => {
    expect(problemsOf("長征五号", "Chángzhēng wǔhào").at(-1)).toBe('zh: "長征五号" is not in simplified characters.');
    expect(problemsOf("长征五号", "Chángzhēng wǔhào", { aliases: ["長五"] })).toEqual(['aliases: "長五" is not in simplified characters.']);
  });

  it("names file and line", () => {
    const folder = writeTinyContent();
    try {
      folder.edit("entities/flights.yaml", "  aliases: [S-1]", "  zh: 飞船一号\n  pinyin: Fēichuán èrhào\n  aliases: [S-1]");
      const checked = loadContent(folder.path, [checkChineseNames]);
      expect(checked.ok ? [] : checked.error.map(formatFault)).toContainEqual(expect.stringMatching(/^content\/entities\/flights\.yaml:\d+: "飞船一号" is not read "Fēichuán èrhào"/));
    } finally {
      folder.remove();
    }
  });
});
