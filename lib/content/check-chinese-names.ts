import "server-only";
import { Converter } from "opencc-js/t2cn";
import { pinyin } from "pinyin-pro";
import type { Fault } from "@/lib/facts/fault";
import type { Content, Entity, Reading } from "@/lib/facts/model";

const toSimplified = Converter({ from: "t", to: "cn" });

/** Letters with their tone marks and digits; how syllables are joined and where capitals stand is left to the writer. */
const bare = (text: string) => text.normalize("NFC").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");

const read = (han: string) => bare(pinyin(han, { toneSandhi: false, nonZh: "removed" }));

const digits = "零一二三四五六七八九";
const places = ["", "十", "百", "千"];

/** A number from 1 to 9999 in Chinese numerals; a zero between other digits is not read. */
function numerals(amount: number): string {
  const figures = String(amount);
  const spoken = [...figures].map((figure, i) => (figure === "0" ? "" : digits[Number(figure)]! + places[figures.length - 1 - i]!)).join("");
  return amount < 20 ? spoken.replace("一十", "十") : spoken;
}

/** An Arabic number may stay as it is or be read out; two before hundreds and thousands is also liǎng. */
function readNumber(text: string): string {
  const amount = Number(text);
  if (/^0|0[1-9]/.test(text) || amount > 9999) return text;
  const spoken = numerals(amount);
  return `(?:${[text, read(spoken), read(spoken.replace(/二(?=[百千])/g, "两"))].join("|")})`;
}

/** What the pinyin of a Chinese name has to match: words with a declared reading, other Han characters as the dictionary reads them, Latin letters kept. */
function patternOf(zh: string, readings: readonly Reading[]): RegExp {
  const words = readings.map(({ id }) => id).sort((a, b) => b.length - a.length);
  const parts = zh.split(new RegExp(`(${[...words, "\\d+"].join("|")})`, "u"));
  const pattern = parts.map((part) => {
    const reading = readings.find(({ id }) => id === part);
    if (reading) return bare(reading.pinyin);
    if (/^\d+$/.test(part)) return readNumber(part);
    return part.replace(/\p{Script=Han}+/gu, read).split(/[^\p{L}\p{N}]+/u).map(bare).join("");
  });
  return new RegExp(`^${pattern.join("")}$`, "u");
}

const fault = (entity: Entity, field: string, problem: string, mend: string): Fault => ({ at: { kind: "entity", id: entity.id, field }, problem, mend });

function checkPinyin(entity: Entity, readings: readonly Reading[]): Fault[] {
  const { zh, pinyin: written } = entity.labels;
  if (zh === undefined) return written === undefined ? [] : [fault(entity, "pinyin", "There is pinyin, but no Chinese name.", 'Write "zh".')];
  if (written === undefined) return [fault(entity, "zh", `"${zh}" has no pinyin.`, 'Write "pinyin", with tone marks.')];
  if (patternOf(zh, readings).test(bare(written))) return [];
  const expected = pinyin(zh, { toneSandhi: false, nonZh: "consecutive" });
  return [fault(entity, "pinyin", `"${zh}" is not read "${written}", but "${expected}" by the dictionary.`, "Correct it, or declare in content/readings.yaml how the word is read, and why.")];
}

function checkScript(entity: Entity): Fault[] {
  const names = [["zh", entity.labels.zh ?? ""], ...entity.aliases.map((alias) => ["aliases", alias])] as [string, string][];
  return names
    .filter(([, name]) => toSimplified(name) !== name)
    .map(([field, name]) => fault(entity, field, `"${name}" is not in simplified characters.`, `Write "${toSimplified(name)}".`));
}

/** The Chinese names against dictionaries: they are in simplified characters, and their pinyin is how they are read. Too slow for every start of the app. */
export const checkChineseNames = ({ entities, readings = [] }: Content): Fault[] =>
  entities.flatMap((entity) => [...checkPinyin(entity, readings), ...checkScript(entity)]);
