import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { makeJoinCode, readJoinCode, showJoinCode } from "@/lib/classroom/join-code";
import { seededRandom } from "@/lib/shared/random";

const codes = fc.nat().map((seed) => makeJoinCode(seededRandom(seed)));

describe("a code to join by", () => {
  it("is six symbols, none of which is taken for another", () => {
    fc.assert(fc.property(codes, (code) => void expect(code).toMatch(/^[CDFHJKMPRTVWXY2-9]{6}$/)), { seed: 7 });
  });

  it("uses every symbol, and hardly ever comes twice", () => {
    const random = seededRandom(3);
    const made = Array.from({ length: 2000 }, () => makeJoinCode(random));
    expect(new Set(made.join("")).size).toBe(22);
    expect(new Set(made).size).toBe(2000);
  });

  it("is read as it is shown, in any case, with spaces or hyphens of any kind anywhere", () => {
    fc.assert(
      fc.property(codes, fc.constantFrom(" ", "-", "–", "  ", "\u00a0", ""), fc.integer({ min: 0, max: 6 }), fc.boolean(), (code, gap, at, isSmall) => {
        const typed = ` ${code.slice(0, at)}${gap}${code.slice(at)}\t`;
        expect(readJoinCode(isSmall ? typed.toLowerCase() : typed)).toBe(code);
        expect(readJoinCode(showJoinCode(code))).toBe(code);
      }),
      { seed: 7 },
    );
  });

  it.each([
    ["G for 6, B for 8", "gb2 345", "682345"],
    ["S for 5, Z for 2", "SZ3-467", "523467"],
    ["N for M, U for V", "nu3467", "MV3467"],
    ["letters of full width", "ＫＷ３４６７", "KW3467"],
  ])("is read with %s", (_, typed, code) => expect(readJoinCode(typed)).toBe(code));

  it.each(["", "K7P4X", "K7P4XMM", "O7P4XM", "K1P4XM", "K7P4X!", "航天航天航天", "K7P/4XM"])("is not %j", (typed) => expect(readJoinCode(typed)).toBeNull());

  it("is shown in two groups", () => expect(showJoinCode("K7P4XM")).toBe("K7P-4XM"));
});
