import { asEntityId, asFactId, asItemId, asPredicateId } from "@/lib/shared/ids";
import type { Item } from "@/lib/questions/item";

/** An item over `spaceBase`: a typed question for a launch vehicle, unless changed. */
export const spaceItem = (more: Partial<Item>): Item => ({
  id: asItemId("item"), type: "short-answer", predicate: asPredicateId("launched_by"), direction: "forward", locale: "en", difficulty: "easy",
  features: { guess: 0, likeness: 0, renown: 0, steps: 0 }, stem: "Which rocket launched Chang'e-5?", options: [],
  key: { text: "Long March 5", entity: asEntityId("cz-5") },
  tests: [asFactId("change-5.launched_by")], asserts: [asFactId("change-5.launched_by")], template: "launched_by/forward/1", seed: 1, ...more,
});

const option = (text: string, entity: string) => ({ text, entity: asEntityId(entity) });

/** Three of five vehicles are right; the first tested fact is the one about Long March 5 (position 1). */
export const responseItem = spaceItem({
  type: "multiple-response",
  options: [option("Long March 3", "cz-3"), option("Long March 5", "cz-5"), option("Long March 10", "cz-10"), option("Long March 3A", "cz-3a"), option("Long March 5B", "cz-5b")],
  key: [1, 2, 4],
});

/** Right order: Chang'e-5 T1, Chang'e-5, Shenzhou 15, Tiangong-1; the first tested fact is Chang'e-5's (position 3). */
export const orderItem = spaceItem({
  type: "ordering",
  options: [option("Shenzhou 15", "shenzhou-15"), option("Tiangong-1", "tiangong-1"), option("Chang'e-5 T1", "change-5-t1"), option("Chang'e-5", "change-5")],
  key: [2, 3, 0, 1],
});

const prompt = (text: string, entity: string) => ({ text, entity: asEntityId(entity), fact: asFactId(`${entity}.launched_by`), certificates: [] });

/** Three missions and four vehicles, one of them to spare; the first tested fact is Chang'e-5's (the second prompt). */
export const matchItem = spaceItem({
  type: "matching",
  prompts: [prompt("Shenzhou 5", "shenzhou-5"), prompt("Chang'e-5", "change-5"), prompt("Wentian", "wentian")],
  options: [option("Long March 5", "cz-5"), option("Long March 2F", "cz-3"), option("Long March 5B", "cz-5b"), option("Long March 10", "cz-10")],
  key: [1, 0, 2],
});
