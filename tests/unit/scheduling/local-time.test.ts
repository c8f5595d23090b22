import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { instantOfLocal, localDaysAfter, localOfInstant } from "@/lib/scheduling/local-time";

const minute = 60_000;
const zones = fc.constantFrom("UTC", "Europe/Paris", "Asia/Shanghai", "America/St_Johns", "Pacific/Kiritimati", "Australia/Lord_Howe");

describe("times on wall clocks", () => {
  it.each([
    ["2026-05-12T18:00", "Asia/Shanghai", "2026-05-12T10:00:00Z"],
    ["2026-05-12T18:00", "Europe/Paris", "2026-05-12T16:00:00Z"],
    ["2026-03-29T02:30", "Europe/Paris", "2026-03-29T01:30:00Z"],
    ["2026-10-25T02:30", "Europe/Paris", "2026-10-25T00:30:00Z"],
  ])("%s in %s is the instant %s, also where clocks change", (text, zone, instant) => {
    expect(instantOfLocal(text, zone)).toBe(instant);
  });

  it.each(["", "2026-02-30T10:00", "2026-05-12", "2026-05-12T24:01", "12-05-2026T10:00", "1999-01-01T10:00", "2026-05-12T18:00Z"])("%j is no time", (text) => {
    expect(instantOfLocal(text, "UTC")).toBeNull();
  });

  it("refuses a zone that there is not", () => {
    expect(() => instantOfLocal("2026-05-12T18:00", "Mars/Olympus")).toThrow(RangeError);
  });

  it("shows an instant so that it is read as the same one, but for the hour that comes twice", () => {
    const minutes = fc.integer({ min: Date.UTC(2001, 0, 1) / minute, max: Date.UTC(2098, 0, 1) / minute });
    fc.assert(
      fc.property(minutes, zones, (at, zone) => {
        const read = Date.parse(instantOfLocal(localOfInstant(at * minute, zone), zone)!);
        expect([0, 30 * minute, 60 * minute]).toContain(at * minute - read);
      }),
      { seed: 7 },
    );
  });

  it("counts days by the zone's own calendar", () => {
    const lateEvening = Date.parse("2026-05-12T22:30:00Z");
    expect(localDaysAfter(lateEvening, "UTC", 7, "18:00")).toBe("2026-05-19T18:00");
    expect(localDaysAfter(lateEvening, "Asia/Shanghai", 7, "18:00")).toBe("2026-05-20T18:00");
  });
});
