/** A learner's own words about a fact, as they are sent. What is put aside goes the way of the answers. */
export type OutgoingChoice = { do: "note"; factId: string; text: string };

/** Why it was not taken, in the words of the catalogue. */
export type ChoiceProblem = "expired" | "unknown" | "failed";

const problems: Partial<Record<number, ChoiceProblem>> = { 401: "expired", 404: "unknown" };

const longestWaitMs = 20_000;

/** Null when it is stored. Sent twice it changes nothing more. */
export async function postChoice(choice: OutgoingChoice): Promise<ChoiceProblem | null> {
  try {
    const response = await fetch("/api/study/facts", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(choice),
      signal: AbortSignal.timeout(longestWaitMs),
    });
    return response.ok ? null : (problems[response.status] ?? "failed");
  } catch {
    return "failed";
  }
}
