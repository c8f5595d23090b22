import { describe, expect, it } from "vitest";
import { labelSize, layOutMap, type MapDisc, type MapLayout, type MapLink } from "@/lib/progress/map-layout";
import { pick, randomBelow, seededRandom } from "@/lib/shared/random";

/** Something like the content: many small discs, some large ones, most links within a group. */
function graph(count: number): { discs: MapDisc[]; links: MapLink[] } {
  const random = seededRandom(11);
  const discs = Array.from({ length: count }, (_, i) => ({ id: `n${i}`, radius: 4 + (i % 17 === 0 ? 16 : 6 * random()), group: `g${i % 5}`, ...(i % 17 === 0 && { label: `Long March ${i}` }) }));
  const links = Array.from({ length: 2 * count }, () => ({ from: pick(random, discs).id, to: discs[randomBelow(random, count)]!.id })).filter(({ from, to }) => from !== to);
  return { discs, links };
}

function drawn(discs: MapDisc[], links: MapLink[]): { map: MapLayout; halts: number } {
  const steps = layOutMap(discs, links);
  for (let halts = 0; ; halts++) {
    const step = steps.next();
    if (step.done) return { map: step.value, halts };
  }
}

const distance = (a: { x: number; y: number }, b: { x: number; y: number }) => Math.hypot(a.x - b.x, a.y - b.y);

describe("the map", () => {
  const { discs, links } = graph(150);
  const { map, halts } = drawn(discs, links);

  it("is the same for the same graph, also where another is drawn in between", () => {
    const [one, another] = [layOutMap(discs, links), layOutMap(discs.slice(0, 40), [])];
    for (;;) {
      another.next();
      const step = one.next();
      if (!step.done) continue;
      expect(step.value).toEqual(map);
      return;
    }
  });

  it("halts often on its way", () => {
    expect(halts).toBeGreaterThan(200);
  });

  it("places each disc once, within its width and height, and none upon another", () => {
    expect(map.discs.map(({ id }) => id)).toEqual(discs.map(({ id }) => id));
    for (const { x, y, radius } of map.discs) {
      expect(Math.min(x - radius, y - radius, map.width - x - radius, map.height - y - radius)).toBeGreaterThanOrEqual(0);
    }
    const closest = map.discs.flatMap((a, i) => map.discs.slice(i + 1).map((b) => distance(a, b) - a.radius - b.radius));
    expect(Math.min(...closest)).toBeGreaterThan(0);
  });

  it("keeps labels clear of discs and of each other", () => {
    const labelled = map.discs.filter(({ label }) => label !== undefined);
    expect(labelled).toHaveLength(9);
    // A letter is narrower on the average than it is reckoned, and a line has room above its letters.
    const boxes = labelled.map(({ id, x, labelY, label }) => ({ id, left: x - 2.9 * label!.length, right: x + 2.9 * label!.length, top: labelY - 8, bottom: labelY + 1 }));
    const onDiscs = boxes.flatMap((box) => map.discs.filter((disc) => disc.id !== box.id && Math.hypot(disc.x - Math.min(box.right, Math.max(box.left, disc.x)), disc.y - Math.min(box.bottom, Math.max(box.top, disc.y))) < disc.radius));
    const onLabels = boxes.flatMap((a, i) => boxes.slice(i + 1).filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom));
    expect([onDiscs.map(({ id }) => id), onLabels.map(({ id }) => id)]).toEqual([[], []]);
    for (const { y, radius, labelY } of labelled) expect(labelY - labelSize.height).toBeGreaterThanOrEqual(y + radius - 3);
  });

  it("keeps groups apart: each disc lies nearer to the middle of its own than to any other", () => {
    const middles = new Map(map.islands.map(({ group, left, right, top, bottom }) => [group, { x: (left + right) / 2, y: (top + bottom) / 2 }]));
    const strays = map.discs.filter((disc) => [...middles].some(([group, middle]) => group !== disc.group && distance(disc, middle) < distance(disc, middles.get(disc.group)!)));
    expect(strays).toEqual([]);
  });

  it("leaves room above each island for its name", () => {
    for (const { left, right, top } of map.islands) {
      const above = map.discs.filter(({ x, y, radius }) => x + radius > left && x - radius < right && y + radius > top - 24 && y - radius < top - 8 && y < top);
      expect(above.filter(({ x }) => Math.abs(x - (left + right) / 2) < 60)).toEqual([]);
    }
    expect(Math.min(...map.islands.map(({ top }) => top))).toBeGreaterThanOrEqual(24);
  });

  it("draws linked discs of a group nearer to each other than others of the group", () => {
    const at = new Map(map.discs.map((disc) => [disc.id, disc]));
    const inner = links.map(({ from, to }) => [at.get(from)!, at.get(to)!] as const).filter(([a, b]) => a.group === b.group);
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    const others = map.discs.flatMap((a, i) => map.discs.slice(i + 1).flatMap((b) => (a.group === b.group ? distance(a, b) : [])));
    expect(mean(inner.map(([a, b]) => distance(a, b)))).toBeLessThan(0.9 * mean(others));
  });

  it("may have one disc, or none", () => {
    expect(drawn([], []).map).toEqual({ width: 0, height: 0, discs: [], islands: [] });
    expect(drawn([{ id: "a", radius: 5, group: "g" }], []).map.discs).toHaveLength(1);
  });
});
