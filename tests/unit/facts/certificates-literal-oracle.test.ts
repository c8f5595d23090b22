import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { certify } from "@/lib/facts/certificates";
import { refuteValue } from "@/lib/questions/lint/proof";
import { asFactId } from "@/lib/shared/ids";
import { makeDate } from "../../support/fact-base";
import {
  amountValue, calendarAt, hours, hoursMeant, launchBase, lengthsMeant, literalBaseOf, literalFactId, type Amount, type LiteralSketch,
} from "../../support/literal-worlds";

const amount: fc.Arbitrary<Amount> = fc.record({ tenths: fc.integer({ min: 10, max: 150 }), decimals: fc.constantFrom(0, 1), inKilometres: fc.boolean() });
const sketch: fc.Arbitrary<LiteralSketch> = fc.record({
  functional: fc.boolean(), listed: fc.boolean(), tolerance: fc.constantFrom(0, 0.1), stated: fc.array(amount, { minLength: 1, maxLength: 2 }),
});
const meet = (a: Set<number>, b: Set<number>) => [...a].some((each) => b.has(each));

describe("the oracle for amounts: every length on a fine grid that the statements leave possible", () => {
  it("certifies an amount if and only if it can be none of the stated ones, and something says that there is no other", () => {
    const tally = { certified: 0, refused: 0 };
    fc.assert(
      fc.property(sketch, amount, (given, offered) => {
        const base = literalBaseOf(given);
        const fact = base.facts.get(literalFactId(0))!;
        const option = amountValue(offered);
        const mayMeet = (edge: number) =>
          given.stated.some((each) => meet(lengthsMeant(amountValue(each), given.tolerance, edge), lengthsMeant(option, given.tolerance, edge)));
        const overlaps = mayMeet(1e-6);
        // Where the ends only touch, rounding of the computer decides, and no length is between them.
        if (overlaps !== mayMeet(-1e-6)) return;
        const expected = !overlaps && (given.functional || given.listed);
        const certificate = certify(base, { fact, direction: "forward", option });
        expect(certificate.ok, JSON.stringify({ given, offered })).toBe(expected);
        expect("grounds" in refuteValue(base, fact, option)).toBe(expected);
        tally[expected ? "certified" : "refused"]++;
      }),
      { seed: 20261123, numRuns: 1500 },
    );
    expect(Math.min(tally.certified, tally.refused)).toBeGreaterThan(200);
  });
});

const zones = ["UTC", "Asia/Shanghai", undefined] as const;
const launch = fc.record({ hour: fc.constantFrom(...hours), parts: fc.constantFrom(1, 2, 3, 3, 3), zone: fc.constantFrom(...zones), knowsBeijing: fc.boolean() });
const offer = fc.record({ hour: fc.constantFrom(...hours), parts: fc.constantFrom(1, 2, 3, 3, 3), zone: fc.constantFrom(...zones) });
const dateOf = ({ hour, parts, zone }: { hour: number; parts: number; zone: (typeof zones)[number] }) => calendarAt(hour, zone ?? "UTC", parts);

describe("the oracle for dates: every hour of a spring", () => {
  it("certifies no date that is right at an hour at which the stated one is, in the calendar of either", () => {
    const tally = { certified: 0, near: 0, far: 0 };
    fc.assert(
      fc.property(launch, offer, (stated, offered) => {
        const edtf = dateOf(stated);
        const beijing = stated.zone === "UTC" && stated.parts === 3 && stated.knowsBeijing ? calendarAt(stated.hour, "Asia/Shanghai", 3) : undefined;
        const base = launchBase(edtf, stated.zone, beijing);
        const option = makeDate(dateOf(offered), offered.zone && { timeZone: offered.zone });
        // Months and years without a zone are those of one calendar, whichever it is.
        const areOfOne = stated.zone === offered.zone && stated.parts < 3 && offered.parts < 3;
        const [own, other] = areOfOne ? (["UTC", "UTC"] as const) : [stated.zone, offered.zone];
        const isPossible = meet(hoursMeant(edtf, own), hoursMeant(dateOf(offered), other));
        const isCertified = certify(base, { fact: base.facts.get(asFactId("launch"))!, direction: "forward", option }).ok;
        expect(isCertified && isPossible, JSON.stringify({ stated, offered })).toBe(false);
        expect("grounds" in refuteValue(base, base.facts.get(asFactId("launch"))!, option)).toBe(isCertified);
        // Further than a week off nothing but the declared precision speaks against a certificate.
        const isFar = Math.abs(stated.hour - offered.hour) > 24 * 7 && !isPossible && stated.parts === 3 && offered.parts === 3;
        if (isFar) expect(isCertified).toBe(true);
        tally[isPossible ? "near" : isFar ? "far" : "certified"]++;
      }),
      { seed: 20261123, numRuns: 1500 },
    );
    expect(Math.min(tally.near, tally.far)).toBeGreaterThan(200);
  });
});
