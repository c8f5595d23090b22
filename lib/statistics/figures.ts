import type { Interval } from "@/lib/shared/interval";
import type { Proportion } from "./proportion";

/** What is said alike of an item, a fact and a template. Indices in percent; null where not defined. */
export type Figures = {
  /** How many answered it or left it blank; all figures are of these. */
  reached: number;
  blank: number;
  unreached: number;
  /** Wholly right answers. */
  right: Proportion;
  /** The mean share of the points, at most 1; below 0 only where the marking takes points away, and then without an interval. */
  facility: number | null;
  facilityInterval: Interval | null;
  discriminationIndex: number | null;
  discriminationInterval: Interval | null;
  discriminativeEfficiency: number | null;
  upperLower: number | null;
};
