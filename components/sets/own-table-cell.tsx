import { classNames } from "@/components/ui/class-names";

type OwnTableCellProps = {
  id: string;
  label: string;
  text: string;
  /** What is wrong with it, in words. */
  mistake?: string | undefined;
  /** How it is kept where that is not what stands there, in words. */
  kept?: string | undefined;
  isHeading?: boolean;
  onText: (text: string) => void;
};

/** A field in the table; it grows with what is in it. */
export function OwnTableCell({ id, label, text, mistake, kept, isHeading = false, onText }: OwnTableCellProps) {
  const described = [mistake !== undefined && `${id}-mistake`, kept !== undefined && `${id}-kept`].filter(Boolean).join(" ");
  return (
    <>
      <textarea
        id={id} rows={1} value={text} aria-label={label} aria-invalid={mistake !== undefined ? true : undefined} aria-describedby={described || undefined}
        autoComplete="off" spellCheck={false} onChange={(event) => onText(event.target.value)}
        className={classNames(
          "field-sizing-content block max-h-40 min-h-11 w-full resize-none rounded-key border border-transparent bg-transparent px-2 py-2.5 text-14 wrap-anywhere hover:border-control focus:border-control focus:bg-surface",
          "aria-invalid:border-wrong aria-invalid:bg-wrong-soft", isHeading && "font-medium",
        )}
      />
      {mistake !== undefined && (
        <p id={`${id}-mistake`} className="px-2 pb-2 text-14 font-medium text-wrong">
          {mistake}
        </p>
      )}
      {kept !== undefined && (
        <p id={`${id}-kept`} className="px-2 pb-2 text-14 text-muted wrap-anywhere">
          {kept}
        </p>
      )}
    </>
  );
}
