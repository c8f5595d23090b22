import { describe, expect, it } from "vitest";
import { can, canMakeClass, classActions, type ClassAction } from "@/lib/classroom/permissions";
import { standingOf, type Standing } from "@/lib/classroom/standing";

/**
 * The whole truth. A letter stands where somebody may: `T`eacher, `C`o-teacher, `P`upil, `G`uest who is a pupil. In no column, and so
 * nowhere: a removed pupil, a learner who never joined, the teacher of another class, and a guest as any of those or as a teacher.
 */
const truth: Record<ClassAction, [running: string, archived: string]> = {
  "see-class":          ["T C P G", "T C P G"],
  "leave-class":        ["  C P G", "  C P G"],
  "rename-class":       ["T C    ", "       "],
  "archive-class":      ["T      ", "       "],
  "restore-class":      ["       ", "T      "],
  "delete-class":       ["T      ", "T      "],
  "set-join-code":      ["T C    ", "       "],
  "make-accounts":      ["T C    ", "       "],
  "see-members":        ["T C    ", "T C    "],
  "rename-member":      ["T C    ", "       "],
  "remove-member":      ["T C    ", "       "],
  "accommodate-member": ["T C    ", "       "],
  "renew-password":     ["T C    ", "       "],
  "appoint-teacher":    ["T      ", "       "],
  "see-assignments":    ["T C P G", "T C P G"],
  "do-assignment":      ["    P G", "       "],
  "write-assignments":  ["T C    ", "       "],
  "regrade-assignment": ["T C    ", "       "],
  "see-gradebook":      ["T C    ", "T C    "],
  "override-score":     ["T C    ", "       "],
  "see-analysis":       ["T C    ", "T C    "],
  "see-pupil":          ["T C    ", "T C    "],
  "see-changes":        ["T C    ", "T C    "],
  "use-sets":           ["T C P G", "       "],
  "publish-set":        ["T C    ", "       "],
};

type Person = [who: string, letter: string | null, standing: Standing, isGuest: boolean];

const people: Person[] = [
  ["the teacher", "T", "teacher", false],
  ["a co-teacher", "C", "co-teacher", false],
  ["a pupil", "P", "pupil", false],
  ["a guest who is a pupil", "G", "pupil", true],
  ["a removed pupil", null, "removed", false],
  ["a guest who was removed", null, "removed", true],
  ["a learner who never joined", null, "stranger", false],
  ["a guest who never joined", null, "stranger", true],
  ["the teacher of another class", null, standingOf(null), false],
  ["a removed co-teacher", null, standingOf({ role: "co-teacher", removedAtMs: 1 }), false],
  ["a guest as the teacher", null, "teacher", true],
  ["a guest as a co-teacher", null, "co-teacher", true],
];

describe("who may do what", () => {
  it("is said of every action, and of nothing else", () => expect(Object.keys(truth).sort()).toEqual([...classActions].sort()));

  const cases = people.flatMap(([who, letter, standing, isGuest]) =>
    classActions.flatMap((action) =>
      [false, true].map((isArchived) => {
        const may = letter !== null && truth[action][isArchived ? 1 : 0].includes(letter);
        return { who, says: may ? "may" : "may not", action, where: isArchived ? "an archived class" : "a class", may, person: { standing, isGuest }, isArchived };
      }),
    ),
  );

  it.each(cases)("$who $says $action in $where", ({ person, action, isArchived, may }) => expect(can(person, action, { isArchived })).toBe(may));

  it("lets everybody with a name make a class, and no guest", () => expect([canMakeClass({ isGuest: false }), canMakeClass({ isGuest: true })]).toEqual([true, false]));
});

describe("what somebody is to a class", () => {
  it.each(["teacher", "co-teacher", "pupil"] as const)("is %s while the row says so, and nothing once it says removed", (role) => {
    expect(standingOf({ role, removedAtMs: null })).toBe(role);
    expect(standingOf({ role, removedAtMs: 0 })).toBe("removed");
  });
});
