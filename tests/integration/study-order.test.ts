import { describe, expect, it } from "vitest";
import { getFactBase } from "@/lib/content/fact-base";
import { orderNewFacts } from "@/lib/data/new-facts";

describe("the order of new facts", () => {
  it("has every fact that may be asked, once", async () => {
    const base = await getFactBase();
    const expected = base.content.facts.filter((fact) => fact.ask === true && fact.rank !== "deprecated").map((fact) => fact.id);
    expect(orderNewFacts(base, "user-1").map((fact) => fact.id).sort()).toEqual(expected.sort());
  });

  it("is the learner's own, and the same each time, also after many others have asked", async () => {
    const base = await getFactBase();
    const ids = (userId: string) => orderNewFacts(base, userId).map((fact) => fact.id);
    const first = ids("user-1");
    expect(ids("user-2")).not.toEqual(first);
    for (let other = 0; other < 210; other++) ids(`other-${other}`);
    expect(ids("user-1")).toEqual(first);
  });

  it("changes topic, subject and kind of fact from one to the next in a learner's first weeks", async () => {
    const base = await getFactBase();
    for (const userId of ["user-1", "user-2", "user-3", "user-4", "user-5"]) {
      const first = orderNewFacts(base, userId).slice(0, 100);
      const topicOf = (index: number) => base.entities.get(first[index]!.subject)?.topic;
      const alike = first.slice(1).filter((fact, index) => topicOf(index) === topicOf(index + 1) || fact.predicate === first[index]!.predicate);
      expect(alike).toEqual([]);
    }
  });

  it("begins with what the base says most about, and with no subject more than thrice in ten", async () => {
    const base = await getFactBase();
    const count = (id: string) => base.factsBySubject.get(id as never)?.length ?? 0;
    const counts = [...base.factsBySubject.values()].map((facts) => facts.length).sort((a, b) => a - b);
    const median = counts[counts.length >> 1]!;
    for (const userId of ["user-1", "user-2", "user-3", "user-4", "user-5"]) {
      const subjects = orderNewFacts(base, userId).slice(0, 10).map((fact) => fact.subject);
      expect(subjects.every((subject) => count(subject) > median)).toBe(true);
      expect(subjects.every((subject) => subjects.filter((other) => other === subject).length <= 3)).toBe(true);
    }
  });
});
