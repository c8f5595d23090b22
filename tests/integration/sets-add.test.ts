import { expect, it } from "vitest";
import { getFactBase } from "@/lib/content/fact-base";
import { addToSet, pickableFacts } from "@/lib/data/set-add";
import { createSet, findSet, listSets } from "@/lib/data/sets";
import type { PrismaClient } from "@/lib/db/generated/client";
import { mostQueried } from "@/lib/facts/fact-query";
import { asEntityId, asFactId } from "@/lib/shared/ids";
import { describeEachDatabase } from "@/tests/support/database";
import { createLearner, morning } from "@/tests/support/factories";

const none = { topics: [], entities: [], facts: [] };
const shenzhou = asEntityId("shenzhou-5");

describeEachDatabase("what is put into a set while exploring", (db: () => PrismaClient) => {
  const viewer = async () => ({ userId: (await createLearner(db())).id });
  const queryOf = async (id: string) => (await db().factSet.findUniqueOrThrow({ where: { id } })).query;

  it("is offered with one's own sets: what is said of the subject first, only what may be asked", async () => {
    const [who, other] = [await viewer(), await viewer()];
    const { id } = await createSet(who, { name: "Engines", query: { ...none, topics: ["engines"] } }, morning);
    await createSet(other, { name: "Others", query: { ...none, topics: ["engines"] } }, morning);
    const rocket = asEntityId("cz-2f");
    const { name, facts, sets } = await pickableFacts(who, rocket);
    expect({ name, sets }).toEqual({ name: "Long March 2F", sets: [{ id, name: "Engines" }] });
    const isSaidOf = facts.map((fact) => getFactBase().facts.get(asFactId(fact.id))!.subject === rocket);
    expect(isSaidOf).toContain(false);
    expect(isSaidOf).toEqual([...isSaidOf].sort((a, b) => Number(b) - Number(a)));
    await expect(pickableFacts(who, "nobody")).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("comes to what is in it, once, and the history keeps what was", async () => {
    const who = await viewer();
    const [first, second] = (await pickableFacts(who, shenzhou)).facts.map(({ id }) => asFactId(id)) as [ReturnType<typeof asFactId>, ReturnType<typeof asFactId>];
    const { id } = await createSet(who, { name: "Mine", query: { ...none, topics: ["engines"], facts: [first], kinds: ["date"] } }, morning);
    await addToSet(who, { setId: id, name: "Not used", entities: [], facts: [first, second] }, morning);
    await addToSet(who, { setId: id, name: "Not used", entities: [shenzhou], facts: [] }, morning);
    expect(await queryOf(id)).toEqual({ topics: ["engines"], entities: [shenzhou], facts: [first, second], kinds: ["date"] });
    expect(await db().factSetRevision.count({ where: { setId: id } })).toBe(2);
    const made = await addToSet(who, { setId: null, name: "New", entities: [], facts: [second] }, morning);
    expect(await findSet(who, made.id, morning)).toMatchObject({ name: "New", facts: 1 });
  });

  it("is refused where there is nothing to put in, where there is no room, and in another's set", async () => {
    const [who, other] = [await viewer(), await viewer()];
    const { id } = await createSet(who, { name: "Mine", query: { ...none, topics: ["engines"] } }, morning);
    const add = (more: { facts?: string[] }, by = who) => addToSet(by, { setId: id, name: "Mine", entities: [], facts: (more.facts ?? []).map(asFactId) }, morning);
    await expect(add({})).rejects.toMatchObject({ code: "INVALID" });
    await expect(add({ facts: ["nobody"] })).rejects.toMatchObject({ code: "INVALID" });
    const many = getFactBase().content.facts.filter(({ ask }) => ask === true).slice(0, mostQueried.facts + 1).map((fact) => fact.id);
    await db().factSet.update({ where: { id }, data: { query: { ...none, facts: many.slice(1) } } });
    await expect(add({ facts: [many[0]!] })).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(add({ facts: [many[1]!] }, other)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(addToSet(who, { setId: "no id at all", name: "Mine", entities: [shenzhou], facts: [] }, morning)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await listSets(other, morning)).toEqual([]);
  });
});
