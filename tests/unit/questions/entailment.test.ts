import { describe, expect, it } from "vitest";
import { entailedBy } from "@/lib/questions/entailment";
import { asFactId, asPredicateId } from "@/lib/shared/ids";
import { makeFactBase } from "@/tests/support/fact-base";

const base = makeFactBase({
  entities: ["sz-7", "zhai", "liu", "jing", "station", "tianhe", "site", "county", "province", "country", "maker", "owner"],
  predicates: [
    "crew_member",
    { id: "commander", implies: ["crew_member"] },
    { id: "crew_size", valueKind: "quantity", counts: asPredicateId("crew_member") },
    { id: "module", impliesInverse: ["part_of"] },
    { id: "part_of", inverse: "has_part" },
    "has_part",
    "located_in",
    { id: "built_by", granular: true },
    "seen_by",
  ],
  facts: [
    { id: "member.zhai", subject: "sz-7", predicate: "crew_member", value: "zhai", formerIds: ["old.zhai"] },
    { id: "member.liu", subject: "sz-7", predicate: "crew_member", value: "liu" },
    { id: "member.jing", subject: "sz-7", predicate: "crew_member", value: "jing" },
    { id: "commander.zhai", subject: "sz-7", predicate: "commander", value: "zhai" },
    { id: "size", subject: "sz-7", predicate: "crew_size", value: 3 },
    { id: "module.tianhe", subject: "station", predicate: "module", value: "tianhe" },
    { id: "part.tianhe", subject: "tianhe", predicate: "part_of", value: "station" },
    { id: "has.tianhe", subject: "station", predicate: "has_part", value: "tianhe" },
    { id: "site.county", subject: "site", predicate: "located_in", value: "county" },
    { id: "site.province", subject: "site", predicate: "located_in", value: "province" },
    { id: "county.province", subject: "county", predicate: "located_in", value: "province" },
    { id: "province.country", subject: "province", predicate: "located_in", value: "country" },
    { id: "site.country", subject: "site", predicate: "located_in", value: "country" },
    { id: "maker.owner", subject: "maker", predicate: "part_of", value: "owner" },
    { id: "built.maker", subject: "tianhe", predicate: "built_by", value: "maker" },
    { id: "built.owner", subject: "tianhe", predicate: "built_by", value: "owner" },
    { id: "seen.maker", subject: "tianhe", predicate: "seen_by", value: "maker" },
    { id: "seen.owner", subject: "tianhe", predicate: "seen_by", value: "owner" },
  ],
});

const entailed = (...ids: string[]) => [...entailedBy(base, ids.map(asFactId))].sort();

describe("entailedBy", () => {
  it.each<[string, string[], string[]]>([
    ["a fact and the ids that were folded into it", ["member.zhai"], ["member.zhai", "old.zhai"]],
    ["what a predicate implies, and not the other way round", ["commander.zhai"], ["commander.zhai", "member.zhai", "old.zhai"]],
    ["inverses, declared either way, at any distance", ["module.tianhe"], ["has.tianhe", "module.tianhe", "part.tianhe"]],
    ["the wholes that a place lies in", ["site.county"], ["site.country", "site.county", "site.province"]],
    ["not the parts of a place", ["site.country"], ["site.country"]],
    ["the whole of a maker where the predicate is granular", ["built.maker"], ["built.maker", "built.owner"]],
    ["nothing upwards where it is not", ["seen.maker"], ["seen.maker"]],
    ["no count while a name is missing", ["member.zhai", "member.liu"], ["member.liu", "member.zhai", "old.zhai"]],
    ["the count once all names are there", ["commander.zhai", "member.liu", "member.jing"], ["commander.zhai", "member.jing", "member.liu", "member.zhai", "old.zhai", "size"]],
    ["nothing of an unknown fact", ["nothing"], []],
  ])("gives %s", (_, told, expected) => {
    expect(entailed(...told)).toEqual(expected);
  });

  it("is closed", () => {
    for (const { id } of base.content.facts) {
      const once = entailedBy(base, [id]);
      expect([...entailedBy(base, once)].sort()).toEqual([...once].sort());
    }
  });
});
