/** A chance in [0, 1] in whole per cent. */
export const asPercent = (chance: number): number => Math.round(100 * chance);
