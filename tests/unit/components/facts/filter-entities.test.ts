import { describe, expect, it } from "vitest";
import { filterEntities } from "@/components/facts/filter-entities";

const groups = [
  {
    type: "crewed_mission",
    label: "Crewed missions",
    entities: [
      { id: "shenzhou-5", name: "Shenzhou 5", zh: "神舟五号", pinyin: "Shénzhōu wǔhào", aliases: ["SZ-5"], factCount: 9 },
      { id: "shenzhou-15", name: "Shenzhou 15", zh: "神舟十五号", pinyin: "Shénzhōu shíwǔhào", aliases: ["SZ-15"], factCount: 9 },
    ],
  },
  {
    type: "lunar_probe",
    label: "Lunar probes",
    entities: [{ id: "change-5", name: "Chang'e-5", zh: "嫦娥五号", pinyin: "Cháng'é wǔhào", aliases: ["CE-5"], factCount: 12 }],
  },
];

const found = (query: string) => filterEntities(groups, query).flatMap((group) => group.entities.map((entity) => entity.id));

describe("filtering by name", () => {
  it.each([
    ["shenzhou", ["shenzhou-5", "shenzhou-15"]],
    ["Shenzhou 5", ["shenzhou-5"]],
    ["sz5", ["shenzhou-5"]],
    ["神舟", ["shenzhou-5", "shenzhou-15"]],
    ["wuhao", ["shenzhou-5", "shenzhou-15", "change-5"]],
    ["Chang’e 5", ["change-5"]],
    ["cháng é", ["change-5"]],
    ["ce-5", ["change-5"]],
    ["voyager", []],
  ])("%s finds %j", (query, ids) => {
    expect(found(query)).toEqual(ids);
  });

  it("keeps everything for a query without letters or digits", () => {
    expect(filterEntities(groups, " – ")).toEqual(groups);
  });

  it("leaves out groups in which nothing was found", () => {
    expect(filterEntities(groups, "change").map((group) => group.type)).toEqual(["lunar_probe"]);
  });
});
