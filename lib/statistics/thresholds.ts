/** Below ten answers the interval of a facility is wider than half the scale: there is nothing to say. */
export const fewestAnswers = 10;

/** Below twenty answers a single one is more than 5 %: an option that nobody chose may yet do its work, and nothing is called good. */
export const fewestForDistractors = 20;
export const functioningShare = 0.05;

/** Means of fewer choosers are too near to chance to be held against each other. */
export const fewestChoosers = 5;

/** Nine in ten right, and surely more than four in five: hardly anybody learns or shows anything by it. */
export const tooEasy = { share: 0.9, surelyAbove: 0.8 };

/** One in five right, and surely fewer than seven in twenty: most of the class only learns from it that they do not know it. */
export const tooHard = { share: 0.2, surelyBelow: 0.35 };

/** Surely below 20 % the index says that knowing the rest hardly helps here (the limit below which Ebel 1965 has items rejected or rewritten by D, which lies near it). */
export const weakBelow = 20;

/** A test is held to be without haste where four in five reach the end (Swineford 1956). */
export const mostUnreached = 0.2;
