import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { loadContent } from "@/lib/content/load-content";
import { formatFault } from "@/lib/content/content-fault";
import { asEntityId, asFactId } from "@/lib/shared/ids";

const [entityIds, factIds] = readFileSync("tests/content/carried-over-ids.txt", "utf8")
  .split("\n\n")
  .map((block) => block.split("\n").filter((line) => line !== "" && !line.startsWith("#"))) as [string[], string[]];

const loaded = loadContent("content");

describe("the verified fact set in content/", () => {
  it("passes every check", () => {
    expect(loaded.ok ? [] : loaded.error.map(formatFault)).toEqual([]);
  });

  it("has all 541 entities", () => {
    expect(entityIds).toHaveLength(541);
    expect(entityIds.filter((id) => !(loaded.ok && loaded.value.entities.has(asEntityId(id))))).toEqual([]);
  });

  it("has all 2,936 facts, by their id or as a former id", () => {
    expect(factIds).toHaveLength(2936);
    expect(factIds.filter((id) => !(loaded.ok && loaded.value.facts.has(asFactId(id))))).toEqual([]);
  });

  it("folds a fact only into one of the same subject", () => {
    const facts = loaded.ok ? loaded.value.content.facts : [];
    const strayed = facts.flatMap((fact) => fact.formerIds.filter((id) => !id.startsWith(`${fact.subject}.`)));
    expect(strayed).toEqual([]);
  });

  it("never gives the address of a copy of Wikipedia", () => {
    const sources = loaded.ok ? loaded.value.content.sources : [];
    const copies = sources.filter(({ kind, url }) => kind === "wikipedia" && url !== undefined && !/^https:\/\/([a-z]+\.)+wikipedia\.org\//.test(url));
    expect(copies).toEqual([]);
  });

  it("credits the catalogues whose licences ask for it", () => {
    const sources = loaded.ok ? loaded.value.content.sources : [];
    const uncredited = sources.filter(({ title, credit }) => /General Catalog|^UCS|Wikipedia:/.test(title) && !credit);
    expect(uncredited).toEqual([]);
  });
});
