import { describe, expect, it } from "vitest";
import { statementOf } from "@/lib/facts/render";
import { generateBank } from "@/lib/questions/generate";
import type { Item } from "@/lib/questions/item";
import { asFactId } from "@/lib/shared/ids";
import { openContent } from "./bank-base";

const base = openContent();
const choices = [1, 2, 3].flatMap((seed) => [...generateBank(base, { seed, types: ["multiple-choice"] })]);
const factOf = (item: Item) => base.facts.get(item.tests[0]!)!;
const about = (predicate: string, type?: string) =>
  choices.filter((item) => item.predicate === predicate && item.direction === "forward" && (type === undefined || base.entities.get(factOf(item).subject)!.type === type));
const datesOf = (item: Item) => item.options.flatMap(({ value }) => (value?.kind === "date" ? value.edtf : []));

describe("the options of the real facts", () => {
  it("for the launch site of a Chinese crew are sites of Chinese launches", () => {
    const crews = about("launch_site", "crewed_mission");
    expect(crews.length).toBeGreaterThan(0);
    const sites = new Set(crews.flatMap((item) => item.options.map(({ entity }) => entity as string)));
    expect([...sites].sort()).toEqual(["jiuquan", "taiyuan", "wenchang", "xichang"]);
  });

  it.each(["docked_with", "orbit_type"])("do not give the key away by its length: %s", (predicate) => {
    const standsOut = (item: Item) => {
      const key = (item.key as number[])[0]!;
      const others = item.options.filter((_, i) => i !== key).map(({ text }) => text.length);
      const { length } = item.options[key]!.text;
      return length > 1.6 * Math.max(...others) || length * 1.6 < Math.min(...others);
    };
    expect(about(predicate).length).toBeGreaterThan(0);
    expect(about(predicate).filter(standsOut).map(({ id }) => id)).toEqual([]);
  });

  it("for a launch date are not before the first Chinese satellite's year", () => {
    const dates = [...about("launch_date"), ...about("first_flight_date")].flatMap(datesOf);
    expect(dates.length).toBeGreaterThan(0);
    expect(dates.filter((date) => date < "1970")).toEqual([]);
  });

  it("for a plan are not before it was made", () => {
    const plans = choices.filter((item) => item.predicate.startsWith("planned_") && factOf(item).asOf !== undefined && datesOf(item).length > 0);
    expect(plans.length).toBeGreaterThan(0);
    const year = (edtf: string) => edtf.slice(0, 4);
    expect(plans.filter((item) => datesOf(item).some((date) => year(date) < year(factOf(item).asOf!))).map(({ id }) => id)).toEqual([]);
  });

  it("for the home of a foreign visitor are not offered at all, since China would be one of them", () => {
    expect(about("planned_first_foreign_visitor_country")).toEqual([]);
  });
});

describe("the sentences of the real facts", () => {
  const statement = (id: string) => statementOf(base, base.facts.get(asFactId(id))!);

  it.each([
    ["change-4.first_of", "Chang'e-4 is the world's first soft landing on the far side of the Moon."],
    ["change-1.first_of", "Chang'e-1 is the first Chinese lunar probe."],
    ["gf-1.first_of", "Gaofen-1 is the first satellite launched for the Gaofen project."],
    ["cz-1.propellant.2", "Long March 1 burns solid propellant in the third stage."],
    ["cz-3.stage_manufacturer", "The Shanghai Academy of Spaceflight Technology builds the first and second stages of Long March 3."],
    ["casc.employees.146000", "CASC had 146,000 employees in 2010."],
    ["nigcomsat-1.signed_on", "The contract for NigComSat-1 was signed on 15 December 2004."],
    ["apsco-convention.signed_on", "The APSCO Convention was signed on 28 October 2005."],
  ])("say what narrows them as part of the sentence: %s", (id, sentence) => {
    expect(statement(id)).toBe(sentence);
  });

  it("name no scope or stage by its label", () => {
    const texts = base.content.facts.map((fact) => statementOf(base, fact));
    expect(texts.filter((text) => /\((?:scope|stage|stage or part|version|generation|year): /i.test(text))).toEqual([]);
  });
});
