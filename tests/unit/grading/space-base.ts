import { makeFactBase, someUnits, type EntityInput } from "@/tests/support/fact-base";

const named = (id: string, name: string, zh?: string, aliases: string[] = []): EntityInput => ({ id, name, ...(zh && { zh }), aliases });

/** A corner of the real facts in which names lie close to each other. */
export const spaceBase = makeFactBase({
  entities: [
    named("cz-3", "Long March 3", "长征三号", ["Chang Zheng 3", "CZ-3"]),
    named("cz-3a", "Long March 3A", "长征三号甲", ["CZ-3A"]),
    named("cz-5", "Long March 5", "长征五号", ["Chang Zheng 5", "Pang-Wu (Fat Five)", "CZ-5"]),
    named("cz-5b", "Long March 5B", "长征五号B", ["Chang Zheng 5B", "CZ-5B"]),
    named("cz-10", "Long March 10", "长征十号", ["CZ-10"]),
    named("long-march", "Long March", "长征", ["CZ", "Chang Zheng"]),
    named("shenzhou-5", "Shenzhou 5", "神舟五号", ["Shenzhou V", "SZ-5"]),
    named("shenzhou-15", "Shenzhou 15", "神舟十五号", ["Shenzhou XV", "SZ-15"]),
    named("change-5", "Chang'e-5", "嫦娥五号", ["CE-5"]),
    named("change-5-t1", "Chang'e-5 T1", "嫦娥五号T1试验器", ["CE-5T1"]),
    named("xian", "Xi'an", "西安"),
    named("xichang", "Xichang Satellite Launch Center", "西昌卫星发射中心", ["XSLC", "Xichang"]),
    named("jiuquan", "Jiuquan Satellite Launch Center", "酒泉卫星发射中心", ["JSLC", "Jiuquan"]),
    named("shaanxi", "Shaanxi", "陕西"),
    named("shanxi", "Shanxi", "山西"),
    named("brazil", "Brazil", "巴西"),
    named("wentian", "Wentian laboratory module", "问天实验舱", ["Wentian"]),
    named("mengtian", "Mengtian laboratory module", "梦天实验舱", ["Mengtian"]),
    named("tiangong-station", "Tiangong space station", "天宫空间站", ["Tiangong"]),
    named("tiangong-1", "Tiangong-1", "天宫一号"),
    named("tianzhou", "Tianzhou cargo spacecraft", "天舟货运飞船", ["Tianzhou"]),
    named("quess", "QUESS (Micius / Mozi)", "墨子号 (量子科学实验卫星)", ["Micius"]),
    named("hundredth", "100th Long March launch", "长征系列运载火箭第100次发射"),
    named("yang-liwei", "Yang Liwei", "杨利伟"),
    named("lu-yang", "Lv Yang", "吕洋"),
    named("moon", "Moon", "月球"),
  ],
  predicates: [
    "launched_by",
    { id: "mass", valueKind: "quantity", unit: "kg", tolerance: 0.05 },
    { id: "crew_size", valueKind: "quantity", unit: "astronaut" },
    { id: "academy_number", valueKind: "quantity" },
    { id: "launch_date", valueKind: "date" },
    { id: "born_in", valueKind: "text" },
  ],
  facts: [
    { id: "change-5.launched_by", subject: "change-5", predicate: "launched_by", value: "cz-5" },
    { id: "change-5.mass", subject: "change-5", predicate: "mass", value: 8200 },
  ],
  units: someUnits,
});
