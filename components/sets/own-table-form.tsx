"use client";

import type { Route } from "next";
import { useTranslations } from "next-intl";
import { useId, type FormEvent } from "react";
import { flushSync } from "react-dom";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { useLeaveGuard } from "./own-leave-guard";
import { OwnMistakes, type ListedMistake } from "./own-mistakes";
import { OwnPreview } from "./own-preview";
import { useSetName } from "./own-set-name";
import { OwnTableGrid } from "./own-table-grid";
import { OwnTableSource } from "./own-table-source";
import type { TableState } from "./own-table-state";
import { useMistakeWords } from "./own-words";
import { useOwnTable, type EditedOwnTable } from "./use-own-table";

/** `setName`: of the set that is there; empty for a new one, which is asked for its name. */
type OwnTableFormProps = { edited: EditedOwnTable; setName: string; cancel: Route };

/** From what was pasted to a table without mistakes, its questions, and the set. */
export function OwnTableForm({ edited, setName, cancel }: OwnTableFormProps) {
  const t = useTranslations("ownFacts");
  const id = useId();
  const form = useOwnTable(edited);
  const { name, demandName, field } = useSetName(setName, form.touch);
  useLeaveGuard(form.hasUnsaved, t("form.leave"));
  const { table, step, working } = form;

  const focusOn = (target: string) => document.getElementById(target)?.focus();
  const lookAt = (isRead: boolean) => {
    if (isRead) focusOn(document.getElementById(`${id}-mistakes`) ? `${id}-mistakes` : `${id}-table`);
  };
  const afterwards = async (done: Promise<boolean>) => lookAt(await done);
  const readText = () => (form.text.trim() === "" ? form.setFault(t("table.empty")) : void afterwards(form.readText()));
  const goTo = (line: number, column: number) => {
    flushSync(() => form.change({ type: "pinned", line }));
    focusOn(`${id}-${line}-${column}`);
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!demandName()) return;
    if (!(await form.save(name))) focusOn(`${id}-mistakes`);
  };

  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="flex flex-col gap-8">
      {field}
      {step === "source" && (
        <OwnTableSource
          text={form.text} onText={form.write} fault={form.fault} isReading={working === "reading"} onRead={readText} onFile={(file) => void afterwards(form.readFile(file))}
          onBack={table ? () => form.show("table") : null}
        />
      )}
      {step === "table" && table && (
        <>
          <Mistakes table={table} headingId={`${id}-mistakes`} goTo={goTo} />
          <section aria-labelledby={`${id}-table`} className="flex min-w-0 flex-col gap-3">
            <h2 id={`${id}-table`} tabIndex={-1} className="text-22">
              {t("table.asRead")}
            </h2>
            <p className="max-w-measure text-muted">
              {t("table.figures", { rows: table.cells.filter((row, i) => i > 0 && row.some((cell) => cell.trim() !== "")).length, columns: table.columns.length, facts: table.isChecked ? table.facts : 0 })}. {t("table.kinds")}
            </p>
            <OwnTableGrid prefix={id} state={table} dispatch={form.change} onKind={(position, kind) => void form.choose(position, kind)} />
            <div className="flex flex-wrap items-center gap-3">
              <Button onClick={() => void afterwards(form.check())} isBusy={working !== null}>
                {working === "reading" ? t("table.checking") : t("table.check")}
              </Button>
              <Button look="quiet" onClick={() => form.show("source")}>
                {t("table.again")}
              </Button>
              <p role="status" className="text-14 text-muted">
                {table.isChecked ? "" : t("table.changed")}
              </p>
            </div>
          </section>
          {table.isChecked && table.mistakeCount === 0 && <OwnPreview page={form.preview.shown} isLoading={form.preview.isLoading} onShow={() => void (form.preview.shown ? form.preview.loadMore() : form.preview.loadFirst())} />}
          <p role="alert" className="font-medium text-wrong empty:hidden">
            {form.fault}
          </p>
          <div className="flex flex-wrap gap-3">
            <Button type="submit" look="primary" className="min-h-13 px-8 text-18" isBusy={working !== null}>
              {working === "saving" ? t("form.saving") : t("form.save")}
            </Button>
            <LinkButton href={cancel} look="quiet" className="min-h-13">
              {t("form.cancel")}
            </LinkButton>
          </div>
        </>
      )}
    </form>
  );
}

function Mistakes({ table, headingId, goTo }: { table: TableState; headingId: string; goTo: (line: number, column: number) => void }) {
  const t = useTranslations("ownFacts.mistakes");
  const wordsOf = useMistakeWords();
  if (table.mistakeCount === 0) return null;
  const listed = table.mistakes.map(({ row, column, code, value }): ListedMistake => {
    const [line, at] = [row ?? 1, column ?? 1];
    const heading = table.cells[0]?.[at - 1]?.trim() || String(at);
    const place = line === 1 ? t("inHeading", { column: at }) : column === null ? t("inRow", { row: line }) : t("inCell", { row: line, heading });
    return { key: `${line} ${at} ${code} ${value}`, place, value, words: wordsOf(code, table.columns.find(({ position }) => position === at)?.kind), goThere: () => goTo(line, at) };
  });
  return <OwnMistakes mistakes={listed} count={table.mistakeCount} headingId={headingId} />;
}
