import { describe, expect, it } from "vitest";
import { getFactBase } from "@/lib/content/fact-base";
import { findEntity, listEntities } from "@/lib/data/explore";

describe("exploring the facts", () => {
  it("lists every entity once, under its type, in the order people count", async () => {
    const base = await getFactBase();
    const groups = await listEntities();
    const ids = groups.flatMap((group) => group.entities.map((entity) => entity.id));
    expect(ids.sort()).toEqual([...base.entities.keys()].sort());
    const names = groups.flatMap((group) => group.entities.map((entity) => entity.name));
    expect(names.indexOf("Shenzhou 5")).toBeLessThan(names.indexOf("Shenzhou 10"));
    expect(groups.every((group) => group.entities.length > 0 && group.label !== "")).toBe(true);
  });

  it("shows each entity with all its facts, sources and links that lead somewhere", async () => {
    const base = await getFactBase();
    for (const [id, entity] of base.entities) {
      const page = await findEntity(id);
      const lines = page.groups.flatMap((group) => group.facts);
      const facts = (base.factsBySubject.get(id) ?? []).filter((fact) => fact.rank !== "deprecated");
      expect(lines.map((line) => line.id).sort()).toEqual(facts.map((fact) => fact.id).sort());
      expect(page).toMatchObject({ id, type: entity.type, factCount: facts.length });
      for (const line of [...lines, ...page.mentions.flatMap((group) => group.facts)]) {
        expect(line.statement).toMatch(/[.]$/);
        expect(line.statement).not.toMatch(/undefined|[{}]|\[\[/);
        expect(line.sources.length).toBeGreaterThan(0);
        if (line.link) expect(base.entities.has(line.link.id as never)).toBe(true);
      }
    }
  });

  it("links both ends of a fact to each other", async () => {
    const base = await getFactBase();
    const fact = base.content.facts.find((each) => each.value.kind === "entity" && each.subject !== each.value.entity && each.rank !== "deprecated")!;
    const value = fact.value.kind === "entity" ? fact.value.entity : fact.subject;
    const subjectLinks = (await findEntity(fact.subject)).groups.flatMap((group) => group.facts.map((line) => line.link?.id));
    const valueLinks = (await findEntity(value)).mentions.flatMap((group) => group.facts.map((line) => line.link?.id));
    expect(subjectLinks).toContain(value);
    expect(valueLinks).toContain(fact.subject);
  });

  it("says below a fact what is often got wrong, each sentence once on a page, and never quotes the claim", async () => {
    const base = await getFactBase();
    for (const { under, oftenWrong, quote } of base.content.claims ?? []) {
      for (const subject of new Set(under.map((id) => base.facts.get(id)!.subject))) {
        const lines = (await findEntity(subject)).groups.flatMap((group) => group.facts);
        const saying = lines.filter((line) => line.oftenWrong?.includes(oftenWrong!));
        expect(saying).toHaveLength(1);
        expect(under.map((id) => base.facts.get(id)!.id)).toContain(saying[0]!.id);
        expect(lines.flatMap((line) => line.oftenWrong ?? []).filter((text) => text.includes(quote))).toEqual([]);
      }
    }
    const rocket = (await findEntity("cz-7")).groups.flatMap((group) => group.facts);
    expect(rocket.find((line) => line.id === "cz-7.lift_class")?.oftenWrong).toEqual([expect.stringContaining("medium-lift")]);
    expect((await findEntity("cz-3")).groups.flatMap((group) => group.facts).some((line) => "oftenWrong" in line)).toBe(false);
  });

  it.each(["nothing-like-this", "", "../etc", "__proto__"])("does not know the entity %j", async (id) => {
    await expect(findEntity(id)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
