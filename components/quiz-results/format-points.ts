const numbers = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 2, signDisplay: "negative" });

/** Points may be parts, and below zero where wrong answers cost. */
export const formatPoints = (points: number): string => numbers.format(points).replace("-", "\u2212");
