import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import type { QuizQuestion } from "@/lib/quiz/exchange";
import { expect } from "./test";

/** Asks as the page itself would, so that what comes back is heard. */
export const ask = (page: Page, path: string, options: { headers?: Record<string, string>; body?: unknown } = {}) =>
  page.evaluate(
    async ([to, { headers = {}, body }]) => {
      const json = body !== undefined && { method: "POST", body: JSON.stringify(body), headers: { ...headers, "content-type": "application/json" } };
      const response = await fetch(to, { headers, ...json });
      return { status: response.status, text: await response.text() };
    },
    [path, options] as const,
  );

/** Every way to ask for a quiz or its parts that its learner has before the end, the meant ones and others. */
export async function askAround(page: Page, attemptId: string, { options }: QuizQuestion): Promise<void> {
  const [quiz, api, optionId] = [`/quiz/${attemptId}`, `/api/quiz/attempts/${attemptId}`, options[0]?.id ?? randomUUID()];
  const stream = { RSC: "1" };
  for (const path of [quiz, `${quiz}/results`, "/quiz", "/progress"]) {
    for (const headers of [{}, stream, { ...stream, "Next-Router-Prefetch": "1" }, { ...stream, "Next-Router-Prefetch": "1", "Next-Router-Segment-Prefetch": "/_full" }]) await ask(page, path, { headers });
  }
  const besides = [`/explore/${attemptId}`, `/explore/${optionId}`, `/progress/facts/${attemptId}`, `/progress/facts/${optionId}`, `/study?what=facts:${optionId}`, `${quiz}/key`, `${quiz}/results?show=mistakes`];
  for (const path of besides) await ask(page, path);
  const [eventId, leaseId, presentationId] = [randomUUID(), randomUUID(), attemptId];
  const data = [`${api}/status`, `${api}/status?leaseId=${attemptId}`, `${api}/results`, `${api}`, `/api/study/cards?what=facts:${optionId}`, `/api/study/cards?holding=${attemptId}`, "/api/progress/export?format=jsonl"];
  for (const path of data) await ask(page, path);
  const bodies: [string, unknown][] = [
    [`${api}/submit`, { leaseId }], [`${api}/open`, { leaseId, position: 0 }], [`${api}/open`, { leaseId, position: 59 }], [`${api}/saves`, { leaseId, position: 0, sequence: 1, response: { kind: "typed", text: "?" } }],
    ["/api/study/answers", { eventId, presentationId, response: { kind: "choice", option: 0 }, elapsedMs: 1 }], ["/api/study/reports", { reportId: eventId, presentationId, reason: "wrong-answer" }], ["/api/study/undos", { eventId, presentationId, undoes: attemptId }],
  ];
  for (const [path, body] of bodies) expect((await ask(page, path, { body })).status, path).toBeGreaterThanOrEqual(400);
}
