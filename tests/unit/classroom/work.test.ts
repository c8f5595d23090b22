import { describe, expect, it } from "vitest";
import { countedShare, statusOf } from "@/lib/classroom/work";

const due = 200;
const nothing = { isBegun: false, doneAtMs: null, isExcused: false };
const begun = { ...nothing, isBegun: true };
const doneAt = (doneAtMs: number) => ({ ...begun, doneAtMs });

describe("the status of a pupil's work", () => {
  it.each([
    ["not begun, before it opens", nothing, "ahead", "not-begun"],
    ["not begun, while there is time", nothing, "open", "not-begun"],
    ["not begun when it was due", nothing, "late", "missed"],
    ["not begun when it closed", nothing, "closed", "missed"],
    ["begun, while there is time", begun, "open", "under-way"],
    ["begun, after it was due", begun, "late", "under-way"],
    ["begun and never handed in", begun, "closed", "missed"],
    ["done in time, looked at later", doneAt(199), "closed", "done"],
    ["done at the moment it was due", doneAt(200), "late", "done"],
    ["done after that", doneAt(201), "late", "late"],
    ["excused before anything", { ...nothing, isExcused: true }, "closed", "excused"],
    ["excused although late", { ...doneAt(201), isExcused: true }, "late", "excused"],
  ] as const)("%s: %o in the phase %s is %s", (_, work, phase, status) => expect(statusOf(work, due, phase)).toBe(status));

  it("is never late where nothing was due", () => expect(statusOf(doneAt(1e12), null, "open")).toBe("done"));
});

describe("the attempt that counts", () => {
  it.each([
    ["best", [0.4, 0.9, 0.7], 0.9],
    ["last", [0.4, 0.9, 0.7], 0.7],
    ["first", [0.4, 0.9, 0.7], 0.4],
    ["last", [0.4, null], 0.4],
    ["first", [null, 0.9], 0.9],
    ["best", [0, null], 0],
    ["best", [null], null],
    ["last", [], null],
  ] as const)("%s of %j is %j, without those that are not graded", (counted, shares, share) => expect(countedShare(shares, counted)).toBe(share));
});
