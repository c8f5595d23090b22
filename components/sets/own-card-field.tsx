import type { ClipboardEvent } from "react";
import { inputStyle } from "@/components/ui/field";

type OwnCardFieldProps = {
  id: string;
  label: string;
  text: string;
  hint?: string;
  /** What is wrong with it, in words. */
  mistake: string | undefined;
  onText: (text: string) => void;
  onPaste?: (event: ClipboardEvent<HTMLTextAreaElement>) => void;
};

/** A field of a card; it grows with what is in it. */
export function OwnCardField({ id, label, text, hint, mistake, onText, onPaste }: OwnCardFieldProps) {
  const described = [hint && `${id}-hint`, mistake && `${id}-mistake`].filter(Boolean).join(" ");
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className="text-14 font-medium">
        {label}
      </label>
      <textarea
        id={id} data-card-field rows={1} value={text} autoComplete="off" aria-invalid={mistake ? true : undefined} aria-describedby={described || undefined}
        onChange={(event) => onText(event.target.value)} onPaste={onPaste} className={`${inputStyle} field-sizing-content max-h-60 resize-none py-2.5 wrap-anywhere`}
      />
      {hint && (
        <p id={`${id}-hint`} className="text-14 text-muted">
          {hint}
        </p>
      )}
      {mistake && (
        <p id={`${id}-mistake`} className="text-14 font-medium text-wrong">
          {mistake}
        </p>
      )}
    </div>
  );
}
