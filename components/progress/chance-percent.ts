/** A chance of recall in whole per cent; nothing is ever quite sure. */
export const chancePercent = (recall: number): number => Math.min(99, Math.round(100 * recall));
