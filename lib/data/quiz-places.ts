import "server-only";
import { getDatabase } from "@/lib/db/database";
import type { OptionId } from "@/lib/quiz/exchange";
import type { AnswerShape } from "@/lib/quiz/response";
import type { Viewer } from "./viewer";

/** What an answer is held against before it is kept. */
export type Place = { optionIds: OptionId[]; shape: AnswerShape };

/** A few kB each. */
const mostKept = 2000;

/** Also across hot reloads, and the same for every bundle. */
const shared = globalThis as typeof globalThis & { hangtianPlaces?: Map<string, Place[]> };

async function readPlaces({ userId }: Viewer, attemptId: string): Promise<Place[]> {
  const rows = await (await getDatabase()).$queryRaw<{ optionIds: OptionId[]; form: AnswerShape["form"]; options: number; prompts: number | null }[]>`
    SELECT s."optionIds", s."item"->>'type' AS "form", jsonb_array_length(s."item"->'options') AS "options", jsonb_array_length(s."item"->'prompts') AS "prompts"
    FROM "QuizAttempt" a JOIN "QuizSlot" s ON s."attemptId" = a."id"
    WHERE a."id" = ${attemptId}::uuid AND a."userId" = ${userId}::uuid ORDER BY s."position"`;
  return rows.map(({ optionIds, ...shape }) => ({ optionIds, shape }));
}

/**
 * The places of the viewer's attempt, in their order; none where there is no such attempt. A paper is frozen when its attempt begins, so each process reads it once and
 * not with each save. It proves nothing about who may save: that is for the statement that saves.
 */
export async function placesOf(viewer: Viewer, attemptId: string): Promise<readonly Place[]> {
  const kept = (shared.hangtianPlaces ??= new Map());
  const key = `${viewer.userId} ${attemptId}`;
  const known = kept.get(key);
  if (known) return known;
  const places = await readPlaces(viewer, attemptId);
  if (places.length > 0) kept.set(key, places);
  const [oldest] = kept.keys();
  if (kept.size > mostKept) kept.delete(oldest!);
  return places;
}
