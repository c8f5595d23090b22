import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { makeSlipPassword, namesOf, readSlipPassword } from "@/lib/classroom/slips";
import { proposeUserNames, userNameStems } from "@/lib/classroom/user-names";
import { seededRandom } from "@/lib/shared/random";

describe("the password of a slip", () => {
  const many = Array.from({ length: 4000 }, (_, seed) => makeSlipPassword(seededRandom(seed)));

  it("is three groups of three symbols, none of which looks like another", () => {
    for (const password of many) expect(password).toMatch(/^[cdfhjkmprtvwxy2-9]{3}-[cdfhjkmprtvwxy2-9]{3}-[cdfhjkmprtvwxy2-9]{3}$/);
  });

  it("has more than forty bits: each symbol stands at each place, about as often as any other", () => {
    const places = [0, 1, 2, 4, 5, 6, 8, 9, 10];
    const bits = places.map((place) => {
      const counts = new Map<string, number>();
      for (const password of many) counts.set(password[place]!, (counts.get(password[place]!) ?? 0) + 1);
      return [...counts.values()].reduce((sum, count) => sum - (count / many.length) * Math.log2(count / many.length), 0);
    });
    expect(bits.reduce((sum, each) => sum + each, 0)).toBeGreaterThan(40);
  });

  test.each([["kfr-7dm-x4p"], ["KFR-7DM-X4P"], ["kfr7dmx4p"], [" kfr 7dm x4p "], ["kfr–7dm–x4p"], ["ｋｆｒ-7dm-x4p"]])("is understood as it was typed: %s", (typed) => {
    expect(readSlipPassword(typed)).toBe("kfr-7dm-x4p");
  });

  test.each([[""], ["kfr-7dm-x4"], ["kfr-7dm-x4pp"], ["kfr-7dm-x4a"], ["correct horse"]])("is not made of %j", (typed) => {
    expect(readSlipPassword(typed)).toBeNull();
  });
});

describe("the names of a pasted list", () => {
  it("stand one a line, whatever ends the lines", () => {
    expect(namesOf("Mia Chen\r\n\n  Léa Sol  \rBo\n")).toEqual(["Mia Chen", "Léa Sol", "Bo"]);
  });
});

describe("user names for pupils", () => {
  const propose = (names: string[], taken: string[] = []) => proposeUserNames(names, "Year 9, physics", new Set(taken));

  test.each([
    ["Mia Chen", "mia.chen"],
    ["Léa Müller-Weiß", "lea.mullerweiss"],
    ["Zoë O’Neill", "zoe.oneill"],
    ["Łukasz Øster", "lukasz.oster"],
    ["王小明", "wangxiaoming"],
    ["曾若曦", "zengruoxi"],
    ["吕布", "lubu"],
    ["王小明 Tom", "wangxiaoming.tom"],
    ["Tom 2", "tom"],
    ["Bo", "bo-1"],
    ["Анна", "year9physics-1"],
    ["🚀", "year9physics-1"],
    ["Maximiliane-Charlotte Freifrau von Hohenzollern", "maximilianecharlotte.freif"],
  ])("are readable: %s is %s", (name, userName) => {
    expect(propose([name])).toEqual([userName]);
  });

  it("tell namesakes apart by numbers, those too who have an account already", () => {
    expect(propose(["Mia Chen", "Mia Chen", "mia chén", "Анна", "Боб"], ["mia.chen", "mia.chen3", "year9physics-2"])).toEqual(["mia.chen2", "mia.chen4", "mia.chen5", "year9physics-1", "year9physics-3"]);
  });

  it("have a name of their own where neither person nor class has a letter", () => {
    expect(proposeUserNames(["Анна"], "九", new Set())).toEqual(["jiu-1"]);
    expect(proposeUserNames(["Анна"], "🚀", new Set())).toEqual(["pupil-1"]);
  });

  it("are always allowed, never twice the same, and a stem with a number behind it", () => {
    const names = fc.array(fc.oneof(fc.string({ unit: "grapheme", maxLength: 100 }), fc.constantFrom("Mia", "mia", "Bo", "王伟", "王 伟", "9", "A-1")), { maxLength: 60 });
    fc.assert(
      fc.property(names, fc.string({ unit: "grapheme", maxLength: 100 }), (given, className) => {
        const taken = new Set(proposeUserNames(given.slice(0, 10), className, new Set()));
        const proposed = proposeUserNames(given, className, taken);
        expect(new Set([...proposed, ...taken]).size).toBe(given.length + taken.size);
        const stems = new Set(userNameStems(given, className));
        for (const userName of proposed) {
          expect(userName).toMatch(/^[a-z0-9.-]{3,32}$/);
          expect(stems).toContain(userName.replace(/\d+$/, ""));
        }
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});
