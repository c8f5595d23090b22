import { useId } from "react";
import type { ComponentProps } from "react";
import { classNames } from "./class-names";

type FieldProps = ComponentProps<"input"> & { label: string; hint?: string; error?: string };

export const inputStyle =
  "min-h-11 w-full rounded-control border border-control bg-surface px-3 text-16 text-ink aria-invalid:border-wrong aria-invalid:bg-wrong-soft";

/** A labelled input; hint and error are tied to it for screen readers. */
export function Field({ label, hint, error, id, className, ...rest }: FieldProps) {
  const ownId = useId();
  const inputId = id ?? ownId;
  const described = [hint && `${inputId}-hint`, error && `${inputId}-error`].filter(Boolean).join(" ");
  return (
    <div className={classNames("flex flex-col gap-1.5", className)}>
      <label htmlFor={inputId} className="font-medium">
        {label}
      </label>
      <input
        {...rest}
        id={inputId}
        aria-invalid={error ? true : undefined}
        aria-describedby={described || undefined}
        className={inputStyle}
      />
      {hint && (
        <p id={`${inputId}-hint`} className="text-14 text-muted">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${inputId}-error`} className="text-14 font-medium text-wrong">
          {error}
        </p>
      )}
    </div>
  );
}
