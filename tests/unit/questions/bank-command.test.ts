import { describe, expect, it } from "vitest";
import { generateBank, generateItemsForFact } from "@/lib/questions/generate";
import { asFactId } from "@/lib/shared/ids";
import { readBankArguments } from "@/scripts/bank-arguments";
import { describeCoverage } from "@/scripts/bank-coverage";
import { toJsonLine, toText } from "@/scripts/bank-format";
import { spaceBase } from "./space-base";

const base = spaceBase();
const itemsOf = (fact: string) => generateItemsForFact(base, asFactId(fact), { seed: 1 }).items;

describe("the arguments of the bank command", () => {
  it("have defaults", () => {
    expect(readBankArguments([])).toEqual({ ok: true, value: { seed: 1, json: false, coverage: false, claims: false, lint: false, seeds: 1 } });
  });

  it("are read", () => {
    expect(readBankArguments(["--seed", "7", "--json", "--limit", "20", "--type", "flashcard", "--fact", "dfh-1.mass", "--lint", "--seeds", "5"])).toEqual({
      ok: true, value: { seed: 7, json: true, coverage: false, claims: false, lint: true, seeds: 5, limit: 20, types: ["flashcard"], factId: "dfh-1.mass" },
    });
  });

  it.each([
    ["an unknown option", ["--sead", "1"], "--sead"],
    ["an unknown type", ["--type", "riddle"], 'no item type "riddle"'],
    ["a seed that is no number", ["--seed", "one"], "--seed takes a whole number"],
    ["a negative limit", ["--limit=-1"], "--limit takes a whole number"],
    ["no seeds at all", ["--lint", "--seeds", "0"], "--seeds takes a number from 1 to 100"],
    ["a missing value", ["--fact"], "--fact"],
    ["a stray word", ["json"], "json"],
  ])("are refused in a sentence: %s", (_, args, words) => {
    const read = readBankArguments(args);
    expect(read.ok ? "" : read.error).toContain(words);
    expect(read.ok ? "" : read.error).not.toContain("\n");
  });
});

describe("a line of the bank", () => {
  const fields = ["asserts", "difficulty", "direction", "features", "id", "key", "locale", "options", "predicate", "seed", "stem", "template", "tests", "type"];
  const parse = (fact: string) => itemsOf(fact).map((item) => JSON.parse(toJsonLine(item)));

  it("is one JSON object with all fields of an item", () => {
    for (const item of itemsOf("probe-15.date")) {
      const line = toJsonLine(item);
      expect(line.indexOf("\n")).toBe(line.length - 1);
      expect(Object.keys(JSON.parse(line)).sort()).toEqual([...fields, ...(item.claim ? ["claim"] : [])].sort());
    }
  });

  it("prints values plainly, entities by id, and a certificate on every option but the key", () => {
    const [date] = parse("probe-15.date");
    expect(date.options[date.key[0]]).toEqual({ text: "6 March 2005", value: "2005-03-06" });
    const [mass] = parse("probe-15.mass");
    expect(mass.options.map(({ value }: { value: unknown }) => typeof value)).toEqual(mass.options.map(() => "number"));
    const [rocket] = parse("probe-15.rocket");
    expect(rocket.options[rocket.key[0]]).toEqual({ text: "Long March 2F", entity: "cz-2f" });
    const wrong = rocket.options.filter((_: unknown, i: number) => i !== rocket.key[0]);
    for (const option of wrong) expect(option.certificate).toEqual({ rule: "functional", because: ["functional:launched_by", "probe-15.rocket"] });
  });

  it("prints the right answer of an item without options as a text", () => {
    const typed = parse("probe-15.date").find(({ type }) => type === "date");
    expect(typed.key).toEqual({ text: "6 March 2005", value: "2005-03-06" });
  });

  it("can be read by people: the key is starred", () => {
    const text = toText(itemsOf("probe-15.rocket")[0]!);
    expect(text.split("\n").filter((line) => line.startsWith("  *"))).toEqual(["  * Long March 2F"]);
  });
});

describe("the coverage", () => {
  const bank = [...generateBank(base, { seed: 1 })];
  const report = describeCoverage(base, { seed: 1 });

  it("counts facts, predicates and items", () => {
    const asked = new Set(bank.flatMap((item) => item.tests)).size;
    expect(report.split("\n")[0]).toBe(`Of ${base.facts.size} facts, ${asked} are asked, in ${bank.length} items; of 7 predicates, 7.`);
    expect(report).toContain(`Why ${base.facts.size - asked} facts are not asked:`);
  });

  it("names a reason once where it holds for every form", () => {
    expect(describeCoverage(base, { seed: 1, factId: asFactId("burns.disputed") })).toMatch(/^Of 1 fact, 0 are asked, in 0 items; of 1 predicate, 0\.[^]*\n +1 {2}any form: sources differ\n/);
  });
});
