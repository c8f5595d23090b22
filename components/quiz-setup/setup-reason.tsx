type SetupReasonProps = { name: string; value: string; label: string; reason: string; isChosen: boolean };

/** A row of a group with a sentence on what it means. */
export function SetupReason({ name, value, label, reason, isChosen }: SetupReasonProps) {
  return (
    <label className="flex gap-3 rounded-control px-3 py-2.5 hover:bg-sunken has-checked:bg-sunken">
      <input type="radio" name={name} value={value} defaultChecked={isChosen} className="mt-0.5 size-5 shrink-0 accent-ink" />
      <span className="flex min-w-0 flex-col">
        <span>{label}</span>
        <span className="max-w-measure text-14 text-muted">{reason}</span>
      </span>
    </label>
  );
}
