import { parseArgs } from "node:util";
import { err, ok, type Result } from "@/lib/shared/result";

export type MemoryRequest = { file?: string; desiredRetention: number; dayStartHour: number; isPlain: boolean; isHelp: boolean };

export const memoryHelp = `Reads a review log as JSON Lines, from a file or from standard input, and prints what is remembered after each line.

  npm run -s memory -- [log.jsonl] [--desired-retention 0.9] [--day-start 4] [--plain]

A line: {"id", "fact", "type", "correct" or "rating" (1–4), "at" (ISO time with offset), "timeZone" (UTC if left out),
         "options" (how many to choose from, order or match), "elapsedMs",
         "usualMs" (the learner's median then; taken from the lines before if left out), "questionEase"}; {"id", "at", "undoes"} takes an answer back.
Prints: {"fact", "stabilityDays", "difficulty", "retrievability", "dueOn", "predicted"}: retrievability is the chance of recall on the
        day of the line, after it; predicted is what it had been just before (null where nothing was known).
--plain is FSRS-6 itself: no allowance for guessing, no calibration, no guard rails; answers of the same day count.
`;

function numberIn(text: string, low: number, high: number): number | null {
  const value = Number(text);
  return text.trim() !== "" && value >= low && value <= high ? value : null;
}

/** Reads what was asked for; errors are sentences for the person who typed it. */
export function readMemoryArguments(args: string[]): Result<MemoryRequest, string> {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        "desired-retention": { type: "string", default: "0.9" },
        "day-start": { type: "string", default: "4" },
        plain: { type: "boolean", default: false },
        help: { type: "boolean", default: false },
      },
    });
    const desiredRetention = numberIn(values["desired-retention"], 0.75, 0.97);
    if (desiredRetention === null) return err("--desired-retention takes a number from 0.75 to 0.97.");
    const dayStartHour = numberIn(values["day-start"].replace(/^(\d{1,2}):00$/, "$1"), 0, 23);
    if (dayStartHour === null || !Number.isInteger(dayStartHour)) return err("--day-start takes a whole hour from 0 to 23.");
    if (positionals.length > 1) return err("Please give one file at most.");
    return ok({ file: positionals[0], desiredRetention, dayStartHour, isPlain: values.plain, isHelp: values.help });
  } catch (error) {
    return err(error instanceof Error ? error.message : String(error));
  }
}
