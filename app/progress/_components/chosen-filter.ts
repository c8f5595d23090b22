import type { ProgressFilter } from "@/lib/data/progress-filter";

export type ProgressQuery = Partial<Record<"show" | "set" | "class", string | string[]>>;

/** The list that one chooses from has sets and classes, and so writes of which kind it is: `show=class:…`; links name a set or a class. */
export function chosenFilter({ show, set, class: classId }: ProgressQuery): ProgressFilter {
  const [, kind, id] = /^(set|class):(.+)$/.exec(typeof show === "string" ? show : "") ?? [];
  const ofSet = kind === "set" ? id : set;
  const ofClass = kind === "class" ? id : classId;
  if (typeof ofSet === "string" && ofSet !== "") return { setId: ofSet };
  return typeof ofClass === "string" && ofClass !== "" ? { classId: ofClass } : null;
}
