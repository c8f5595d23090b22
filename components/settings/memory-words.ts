/** How a learner's memory compares with what the parameters in use say: a factor on how long they remember, and its probable range. */
export type Comparison = { factor: number; lowest: number; highest: number };

/** Ends of a range so narrow that "about as long" is a finding, as a ratio. */
const narrow = 1.6;

/** In one word: a difference is one only where the whole range lies on its side, and "usual" only where the range is narrow. */
export function compareMemory({ lowest, highest }: Comparison): "longer" | "shorter" | "usual" | "unknown" {
  if (lowest > 1) return "longer";
  if (highest < 1) return "shorter";
  return highest / lowest < narrow ? "usual" : "unknown";
}
