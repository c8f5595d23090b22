import { csvLine } from "@/lib/shared/csv";
import type { ShownAnswer } from "./pupil-answer";

type WrittenAttempt = { title: string; number: number; startedAt: Date; closedAt: Date; answers: readonly ShownAnswer[] };

/** What stands in the file beside what was answered; `head` names its columns. */
export type PupilFileWords = { head: readonly string[]; form: (form: ShownAnswer["form"]) => string; outcome: (outcome: ShownAnswer["outcome"]) => string; leftOut: string };

const byteOrderMark = "\uFEFF";

const instant = (at: Date) => at.toISOString().slice(0, 19).replace("T", " ");

/** A line for each question that was put, for a spreadsheet, with the mark of UTF-8; times in UTC. */
export function pupilCsv(attempts: readonly WrittenAttempt[], { head, form, outcome, leftOut }: PupilFileWords): string {
  const lines = attempts.flatMap(({ title, number, startedAt, closedAt, answers }) =>
    answers.map((answer) => [
      title, number, instant(startedAt), instant(closedAt), answer.number, form(answer.form), answer.question, answer.claim ?? "", answer.given ?? "", answer.answer,
      ...(answer.isLeftOut ? [`${outcome(answer.outcome)} (${leftOut})`, "", ""] : [outcome(answer.outcome), answer.points, answer.mostPoints]), Math.round(answer.elapsedMs / 1000),
    ]),
  );
  return byteOrderMark + [[...head], ...lines].map(csvLine).join("");
}
