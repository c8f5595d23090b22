import "server-only";
import { setImmediate as nextTurn } from "node:timers/promises";
import type * as binding from "@open-spaced-repetition/binding";
import type { Train, TrainingItem } from "@/lib/scheduling/parameters";

type Binding = typeof binding;

/** Items are handed over to native code in steps, so that requests in between are served. */
const itemsAtOnce = 500;

/** How often the binding looks whether it is done, in milliseconds; a long one would be waited for in full. */
const lookAgainMs = 10;

async function toNative({ FSRSBindingItem, FSRSBindingReview }: Binding, items: readonly TrainingItem[]) {
  const made: InstanceType<Binding["FSRSBindingItem"]>[] = [];
  for (const { reviews } of items) {
    if (made.length % itemsAtOnce === 0) await nextTurn();
    made.push(new FSRSBindingItem(reviews.map(({ rating, elapsedDays }) => new FSRSBindingReview(rating, elapsedDays))));
  }
  return made;
}

/** The native optimiser of FSRS-6; null where its package has no build for this platform. Loaded when first asked for. */
export async function loadTrain(): Promise<Train | null> {
  try {
    const native: Binding = await import("@open-spaced-repetition/binding");
    return async (items) => native.computeParameters(await toNative(native, items), { enableShortTerm: true, timeout: lookAgainMs });
  } catch {
    return null;
  }
}
