import type { WorkStatus } from "@/lib/classroom/work";

/** Of 16 by 16, drawn by strokes; each is told apart by its shape alone. */
const shapes: Record<WorkStatus | "overridden", string> = {
  "not-begun": "M8 3.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 1 0 0-9",
  "under-way": "M8 3.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 1 0 0-9M8 3.5v9M10 4.2v7.6M11.5 5.4v5.2",
  done: "M3 8.5l3.5 3.5L13 4.5",
  late: "M8 2.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 1 0 0-11M8 5v3.2l2.2 1.6",
  missed: "M4 4l8 8M12 4l-8 8",
  excused: "M3.5 8h9",
  overridden: "M3 13l.7-2.8 7-7 2.1 2.1-7 7L3 13",
};

/** The shapes once; marks refer to them, as there may be thousands. */
export const StatusShapes = () => (
  <svg aria-hidden width="0" height="0" className="absolute">
    {Object.entries(shapes).map(([name, path]) => (
      <symbol key={name} id={`mark-${name}`} viewBox="0 0 16 16">
        <path d={path} fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" strokeLinejoin="round" />
      </symbol>
    ))}
  </svg>
);

const isBad = (name: string) => name === "missed" || name === "late";

export const StatusMark = ({ of }: { of: WorkStatus | "overridden" }) => (
  <svg aria-hidden className={isBad(of) ? "size-4 text-wrong" : "size-4"}>
    <use href={`#mark-${of}`} />
  </svg>
);
