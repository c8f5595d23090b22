import { useTranslations } from "next-intl";
import type { Feedback } from "@/lib/grading/feedback";

/** What the heading and the answer below say already. */
const saidElsewhere = new Set(["exact", "wrong", "theAnswer", "remembered", "forgotten"]);

/** The words of a grader's note; null for one that says nothing beyond right or wrong. */
export function useGradingNote(note: Feedback["note"] | null): string | null {
  const t = useTranslations("grading");
  // The key comes from the server; tests/unit/messages.test.ts checks that the graders name only keys of the catalogue.
  const translate = t as unknown as { (key: string, values: Record<string, string>): string; has: (key: string) => boolean };
  return note && !saidElsewhere.has(note.key) && translate.has(note.key) ? translate(note.key, note.values) : null;
}
