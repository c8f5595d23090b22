/** A wrong answer that named one thing where another was right; ids as texts, time in ms since 1970. */
export type Mistake = { right: string; named: string; factId: string; atMs: number };

/** Two things that are taken for each other. `timesForward`: `one` was named where `other` was right; `timesBack`: the other way round. */
export type Confusion = { one: string; other: string; timesForward: number; timesBack: number; lastMs: number; /** What was asked, the latest first, each once. */ factIds: string[] };

/** A single mistake is told for so long; whatever happened twice is told as long as it is among the answers looked at. */
const recentMs = 14 * 86_400_000;

const times = ({ timesForward, timesBack }: Confusion) => timesForward + timesBack;

const compareConfusions = (a: Confusion, b: Confusion) => times(b) - times(a) || b.lastMs - a.lastMs || (`${a.one} ${a.other}` < `${b.one} ${b.other}` ? -1 : 1);

/**
 * What is mixed up at least twice, or once within 14 days before `nowMs`: both directions together, the most frequent first and then the latest. `one` is what
 * was named more often, and of equals the first in the order of texts. Mistakes may come in any order.
 */
export function countConfusions(mistakes: readonly Mistake[], nowMs: number): Confusion[] {
  const found = new Map<string, Confusion>();
  for (const { right, named, factId, atMs } of [...mistakes].sort((a, b) => b.atMs - a.atMs)) {
    const [one, other] = named < right ? [named, right] : [right, named];
    const key = JSON.stringify([one, other]);
    const known = found.get(key) ?? { one, other, timesForward: 0, timesBack: 0, lastMs: atMs, factIds: [] };
    if (one === named) known.timesForward++;
    else known.timesBack++;
    if (!known.factIds.includes(factId)) known.factIds.push(factId);
    found.set(key, known);
  }
  return [...found.values()]
    .filter((confusion) => times(confusion) >= 2 || confusion.lastMs > nowMs - recentMs)
    .map((confusion) => (confusion.timesBack > confusion.timesForward ? turned(confusion) : confusion))
    .sort(compareConfusions);
}

const turned = ({ one, other, timesForward, timesBack, ...rest }: Confusion): Confusion => ({ ...rest, one: other, other: one, timesForward: timesBack, timesBack: timesForward });
