import type { Dispatch } from "react";
import { createSender, secondsUntilRetry, type Sender, type SendStatus, type Unsettled } from "@/components/answer/sender";
import type { SaveReply } from "@/lib/quiz/exchange";
import { toQuizResponse } from "@/lib/quiz/response";
import { browserNowMs } from "./browser-clock";
import { fetchStatus, postSave } from "./quiz-api";
import type { QuizAction } from "./quiz-reducer";
import type { QuizState } from "./quiz-state";
import type { SaveQueue, WaitingSave } from "./save-queue";

/** Which quiz, and which tab. */
export type QuizIds = { attemptId: string; leaseId: string };

type Settled = { kind: "kept"; reply: SaveReply } | { kind: "refused"; words: string };

/** What stands at a question, as the server takes it. */
export function toSave({ answers, questions }: QuizState, position: number, elapsedMs: number): WaitingSave {
  const { response, certainty, isFlagged, isFinal, sequence } = answers[position]!;
  const ids = questions[position]!.options.map(({ id }) => id);
  return { position, sequence, response: response && toQuizResponse(response, ids), certainty, isFlagged, isFinal, elapsedMs };
}

/** What was refused because all is over stays in the queue: the page of the results tells of it. */
async function post({ attemptId, leaseId }: QuizIds, save: WaitingSave): Promise<Settled | Unsettled> {
  const reply = await postSave(attemptId, { ...save, leaseId });
  if (reply.kind === "later") return reply;
  if (reply.kind === "ok") return { kind: "kept", reply: reply.value };
  const status = await fetchStatus(attemptId, leaseId);
  if (status.kind === "later") return status;
  return status.kind === "ok" && !status.value.isOpen ? { kind: "held" } : { kind: "refused", words: reply.words };
}

type SavesOptions = {
  dispatch: Dispatch<QuizAction>;
  onStatus: (status: SendStatus) => void;
  /** The server knows better than this page. */
  onDoubt: () => void;
};

export type QuizSaves = { sender: Sender<WaitingSave>; stop: () => void };

/** Sends what waits in the queue. */
export function createQuizSaves(ids: QuizIds, queue: SaveQueue, { dispatch, onStatus, onDoubt }: SavesOptions): QuizSaves {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const sender = createSender<WaitingSave, Settled>({
    outbox: { list: queue.list, add: queue.put, remove: ({ position, sequence }) => queue.settle(position, sequence) },
    idOf: ({ position, sequence }) => `${position}:${sequence}`,
    questionOf: ({ position }) => String(position),
    post: async (save) => {
      const outcome = await post(ids, save);
      if (outcome.kind === "held") dispatch({ type: "closed" });
      return outcome;
    },
    // What two tabs send twice changes nothing.
    alone: (work) => work(),
    onSettled: ({ position, sequence }, settled) => {
      if (settled.kind === "kept") dispatch({ type: "kept", reply: settled.reply, nowMs: browserNowMs() });
      else dispatch({ type: "refused", position, sequence, words: settled.words });
      if (settled.kind === "refused" || settled.reply.sequence > sequence) onDoubt();
    },
    onStatus,
    retryLater: (attempt, retry) => {
      clearTimeout(timer);
      timer = setTimeout(retry, secondsUntilRetry(attempt) * 1000);
    },
  });
  return { sender, stop: () => clearTimeout(timer) };
}
