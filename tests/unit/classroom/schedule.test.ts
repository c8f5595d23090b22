import { describe, expect, it } from "vitest";
import { faultOf, phaseOf } from "@/lib/classroom/schedule";

const whole = { opensAtMs: 100, dueAtMs: 200, closesAtMs: 300 };
const none = { opensAtMs: null, dueAtMs: null, closesAtMs: null };

describe("where work stands", () => {
  it.each([
    ["before it opens", whole, 99, "ahead"],
    ["at the moment it opens", whole, 100, "open"],
    ["just before it is due", whole, 199, "open"],
    ["at the moment it is due", whole, 200, "late"],
    ["just before it closes", whole, 299, "late"],
    ["at the moment it closes", whole, 300, "closed"],
    ["without bounds, at any time", none, 0, "open"],
    ["open from the start and never due", { ...none, closesAtMs: 300 }, 299, "open"],
    ["due and never closed", { ...none, dueAtMs: 200 }, 1e12, "late"],
    ["closed when it is due", { ...none, dueAtMs: 200, closesAtMs: 200 }, 200, "closed"],
    ["closed before it opens", { ...none, opensAtMs: 300, closesAtMs: 100 }, 200, "closed"],
  ] as const)("%s", (_, schedule, nowMs, phase) => expect(phaseOf(schedule, nowMs)).toBe(phase));
});

describe("a schedule", () => {
  it.each([
    ["in order", whole, null],
    ["without bounds", none, null],
    ["that closes when it is due", { ...whole, closesAtMs: 200 }, null],
    ["due as it opens", { ...whole, dueAtMs: 100 }, "due-before-open"],
    ["due before it opens", { ...whole, dueAtMs: 50 }, "due-before-open"],
    ["closed as it opens", { ...none, opensAtMs: 100, closesAtMs: 100 }, "closed-before-open"],
    ["closed before it is due", { ...whole, closesAtMs: 150 }, "closed-before-due"],
  ] as const)("%s: %o has the fault %s", (_, schedule, fault) => expect(faultOf(schedule)).toBe(fault));
});
