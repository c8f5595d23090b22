import { MasteryBar } from "./mastery-bar";

type MasteryRowProps = { name: string; of: string; facts: number; begun: number; recalled: number };

/** A group of facts by name, how many of them would be recalled in words, and the same as a bar. */
export function MasteryRow({ name, of, facts, begun, recalled }: MasteryRowProps) {
  return (
    <>
      <span className="flex justify-between gap-3">
        <span className="truncate">{name}</span>
        <span className="shrink-0 text-muted tabular-nums">{of}</span>
      </span>
      <MasteryBar facts={facts} begun={begun} recalled={recalled} />
    </>
  );
}
