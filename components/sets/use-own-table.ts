import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useCallback, useReducer, useState } from "react";
import { flushSync } from "react-dom";
import { joinRows } from "@/lib/own-facts/join-rows";
import type { FileMistakeCode } from "@/lib/own-facts/mistakes";
import type { ColumnKind } from "@/lib/own-facts/own-limits";
import type { PreviewPage } from "@/lib/own-facts/preview-page";
import type { ShownColumn, ShownReading } from "@/lib/own-facts/show-reading";
import type { Result } from "@/lib/shared/result";
import { askOwn } from "./own-api";
import { usePreviewPages } from "./own-preview-pages";
import { changeTable, keptTable, type TableAction, type TableState } from "./own-table-state";
import { useMistakeWords, useRefusalWords } from "./own-words";

/** `revision`: null for a set that is to be made; `cells`: those of a table that is kept already. */
export type EditedOwnTable = { setId: string; revision: number | null; tableId: string; cells?: string[][]; columns?: ShownColumn[] };

type Saved = { saved: { id: string } | null; reading: ShownReading | null };
export type TableStep = "source" | "table";

/** The state of the form for a table, and its way to the server. Nothing that was typed goes before it is saved. */
export function useOwnTable(given: EditedOwnTable) {
  // A page that is drawn anew brings another id for a new set; two sets would come of it.
  const [{ setId, revision, tableId, cells, columns }] = useState(given);
  const router = useRouter();
  const [table, dispatch] = useReducer(changeTable, null, () => (cells && columns ? keptTable(cells, columns) : null));
  const [step, setStep] = useState<TableStep>(table ? "table" : "source");
  const [text, setText] = useState("");
  const [fault, setFault] = useState<string | null>(null);
  const [working, setWorking] = useState<"reading" | "saving" | null>(null);
  const [hasUnsaved, setHasUnsaved] = useState(false);
  const [wordsOf, refusalWords] = [useMistakeWords(), useRefusalWords()];

  // One function for good: rows that know it need not be drawn anew.
  const change = useCallback((action: TableAction) => {
    if (action.type !== "pinned") setHasUnsaved(true);
    dispatch(action);
  }, []);

  const bodyOf = (source: string, choices: TableState["choices"]) => ({ setId, revision, tableId, text: source, choices });
  const currentBody = () => bodyOf(joinRows(table!.cells), table!.choices);
  const preview = usePreviewPages(async (page): Promise<PreviewPage | null> => {
    const answer = await askOwn<PreviewPage>("table/questions", { ...currentBody(), page });
    if (!answer.ok) setFault(refusalWords(answer.refusal, revision === null));
    return answer.ok ? answer.value : null;
  });

  const take = (reading: ShownReading, sent: TableState["cells"] | null): boolean => {
    preview.forget();
    const isOfFile = reading.cells.length === 0;
    if (isOfFile) {
      setStep("source");
      setFault(reading.mistakes.map(({ code, row, value }) => [row === null ? "" : `${row}: `, wordsOf(code), value === "" || row === null ? "" : ` “${value}”`].join("")).join(" "));
      return false;
    }
    // Whoever asked puts the focus on what is drawn by it.
    flushSync(() => {
      dispatch({ type: "read", reading, sent });
      setStep("table");
    });
    return true;
  };

  /** Reads what was pasted, or the cells as they stand. */
  const read = async (source: string | TableState["cells"], choices: TableState["choices"]): Promise<boolean> => {
    setFault(null);
    setWorking("reading");
    const sent = typeof source === "string" ? null : source;
    const answer = await askOwn<ShownReading>("table", bodyOf(typeof source === "string" ? source : joinRows(source), choices));
    setWorking(null);
    if (answer.ok) return take(answer.value, sent);
    setFault(refusalWords(answer.refusal, revision === null));
    return false;
  };

  const readFile = async (file: File): Promise<boolean> => {
    setFault(null);
    setWorking("reading");
    const answer = await askOwn<Result<string, FileMistakeCode>>("file", file);
    setWorking(null);
    if (answer.ok && answer.value.ok) {
      setText(answer.value.value);
      setHasUnsaved(true);
      return read(answer.value.value, {});
    }
    if (answer.ok && !answer.value.ok) setFault(wordsOf(answer.value.error));
    if (!answer.ok) setFault(answer.refusal === "tooLarge" ? wordsOf("too-large") : refusalWords(answer.refusal, revision === null));
    return false;
  };

  /** Whether it is saved; what is not sound is shown. */
  const save = async (name: string): Promise<boolean> => {
    setFault(null);
    setWorking("saving");
    const answer = await askOwn<Saved>("table/save", { ...currentBody(), name });
    if (answer.ok && answer.value.saved) {
      setHasUnsaved(false);
      router.push(`/sets/${answer.value.saved.id}` as Route);
      router.refresh();
      return true;
    }
    setWorking(null);
    if (answer.ok) take(answer.value.reading!, table!.cells);
    else setFault(refusalWords(answer.refusal, revision === null));
    return false;
  };

  return {
    table, step, text, fault, working, hasUnsaved, preview, change, readFile, save, setFault,
    write: (typed: string) => {
      setHasUnsaved(true);
      setText(typed);
    },
    touch: () => setHasUnsaved(true),
    show: setStep,
    readText: () => read(text, {}),
    check: () => read(table!.cells, table!.choices),
    choose: (position: number, kind: ColumnKind) => {
      setHasUnsaved(true);
      dispatch({ type: "kind-chosen", position, kind });
      return read(table!.cells, { ...table!.choices, [position]: { kind } });
    },
  };
}
