type ResultFigureProps = { label: string; value: string; of: string | null; note: string | null };

export function ResultFigure({ label, value, of, note }: ResultFigureProps) {
  return (
    <div className="flex flex-col gap-1 py-5 not-first:border-l not-first:border-line not-first:pl-5 first:pr-5">
      <dt className="text-14 text-muted">{label}</dt>
      <dd className="flex flex-wrap items-baseline gap-x-2 tabular-nums">
        <span className="text-28 font-semibold">{value}</span>
        {of && <span className="text-muted">{of}</span>}
      </dd>
      {note && <dd className="text-14 text-muted tabular-nums">{note}</dd>}
    </div>
  );
}
