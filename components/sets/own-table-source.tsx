"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { Button } from "@/components/ui/button";
import { inputStyle } from "@/components/ui/field";
import { useIsInteractive } from "@/components/ui/use-is-interactive";

type OwnTableSourceProps = {
  text: string;
  onText: (text: string) => void;
  fault: string | null;
  isReading: boolean;
  onRead: () => void;
  onFile: (file: File) => void;
  /** Back to the table that is there; nothing where there is none. */
  onBack: (() => void) | null;
};

const example = "Rocket\tfirst flight\theight (m)\tlaunch site\nLong March 5\t3 November 2016\t57\tWenchang\nLong March 7\t25 June 2016\t53.1\tWenchang\nLong March 11\t25 September 2015\t20.8\tJiuquan";

/** Where a table is pasted, or its file chosen. */
export function OwnTableSource({ text, onText, fault, isReading, onRead, onFile, onBack }: OwnTableSourceProps) {
  const t = useTranslations("ownFacts.table");
  const isInteractive = useIsInteractive();
  const id = useId();
  return (
    <div className="flex flex-col gap-5">
      <div className="flex flex-col gap-1.5">
        <label htmlFor={id} className="font-medium">
          {t("paste")}
        </label>
        <textarea
          id={id} rows={10} value={text} onChange={(event) => onText(event.target.value)} autoComplete="off" spellCheck={false} wrap="off"
          aria-invalid={fault ? true : undefined} aria-describedby={fault ? `${id}-hint ${id}-fault` : `${id}-hint`} className={`${inputStyle} py-2 text-14`}
        />
        <p id={`${id}-hint`} className="text-14 text-muted">
          {t("pasteHint")}
        </p>
        <p id={`${id}-fault`} role="alert" className="font-medium text-wrong empty:hidden">
          {fault}
        </p>
      </div>
      <div className="flex flex-col gap-1.5">
        <label htmlFor={`${id}-file`} className="font-medium">
          {t("file")}
        </label>
        <input
          id={`${id}-file`} type="file" accept=".csv,.tsv,.txt,text/csv,text/plain,text/tab-separated-values" disabled={!isInteractive}
          onChange={(event) => {
            const file = event.target.files?.[0];
            // Chosen again after it was mended, it is to be read again.
            event.target.value = "";
            if (file) onFile(file);
          }}
          className="min-h-11 w-full text-14 file:mr-3 file:min-h-11 file:rounded-control file:border file:border-control file:bg-surface file:px-4 file:text-16 file:text-ink"
        />
      </div>
      <div className="flex flex-wrap gap-3">
        <Button look="primary" onClick={onRead} disabled={!isInteractive} isBusy={isReading} className="min-h-13 px-8 text-18">
          {isReading ? t("reading") : t("read")}
        </Button>
        {onBack && <Button onClick={onBack} className="min-h-13">{t("back")}</Button>}
      </div>
      <details>
        <summary className="link min-h-11 py-2">{t("example")}</summary>
        <div role="group" aria-label={t("example")} tabIndex={0} className="overflow-x-auto">
          <table className="mt-2 border-collapse text-14">
            <tbody>
              {example.split("\n").map((row, line) => (
                <tr key={row} className="border-b border-line">
                  {row.split("\t").map((cell) => (
                    <td key={cell} className={`py-1.5 pr-6 whitespace-nowrap ${line === 0 ? "font-medium" : ""}`}>
                      {cell}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </div>
  );
}
