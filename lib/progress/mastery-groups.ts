/** What is known of some facts: how many there are, are begun, and would be recalled (as foretold, not whole); `chance` is the variance of the last, ΣR(1−R). */
export type Mastery = { facts: number; begun: number; recalled: number; chance: number };

/** Adds up facts by group; of each `recall` is the chance in [0, 1] of recalling it, null for one that is not begun. Groups in the order met. */
export function masteryBy<G>(facts: Iterable<{ group: G; recall: number | null }>): Map<G, Mastery> {
  const groups = new Map<G, Mastery>();
  for (const { group, recall } of facts) {
    const sum = groups.get(group) ?? { facts: 0, begun: 0, recalled: 0, chance: 0 };
    sum.facts++;
    if (recall !== null) {
      sum.begun++;
      sum.recalled += recall;
      sum.chance += recall * (1 - recall);
    }
    groups.set(group, sum);
  }
  return groups;
}

/** A group of which less is recalled than of the other begun facts: both shares in [0, 1]. */
export type HardGroup<G> = { group: G; share: number; rest: number };

/** Fewer begun facts say nothing. */
const fewestBegun = 10;

/** One-sided 1 in 200: with about ten groups, one in twenty learners would be told of a difference that is none. */
const beyondChance = 2.576;

/** The group recalled least among its begun facts, where it lies further below the other groups together than chance explains; null where none does. */
export function hardestGroup<G>(groups: ReadonlyMap<G, Mastery>): HardGroup<G> | null {
  const all = [...groups.values()].reduce((sum, { begun, recalled, chance }) => ({ begun: sum.begun + begun, recalled: sum.recalled + recalled, chance: sum.chance + chance }), { begun: 0, recalled: 0, chance: 0 });
  const hard = [...groups].flatMap(([group, { begun, recalled, chance }]) => {
    const others = all.begun - begun;
    if (begun < fewestBegun || others < fewestBegun) return [];
    const [share, rest] = [recalled / begun, (all.recalled - recalled) / others];
    const deviation = Math.sqrt(chance / begun ** 2 + (all.chance - chance) / others ** 2);
    return rest - share > beyondChance * deviation ? [{ group, share, rest }] : [];
  });
  return hard.sort((a, b) => a.share - b.share)[0] ?? null;
}
