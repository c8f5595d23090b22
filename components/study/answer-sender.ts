import type { Feedback } from "@/lib/grading/feedback";
import type { OutgoingAnswer, Outbox } from "./outbox";
import type { PostOutcome, Refusal } from "./study-api";

export type SaveStatus = { kind: "idle" | "saving" | "saved" } | { kind: "waiting"; count: number; isExpired?: true };

type SenderOptions = {
  outbox: Outbox;
  post: (answer: OutgoingAnswer) => Promise<PostOutcome>;
  onGraded: (answer: OutgoingAnswer, feedback: Feedback) => void;
  onRefused: (answer: OutgoingAnswer, reason: Refusal) => void;
  onStatus: (status: SaveStatus) => void;
  /** Calls back after some time; the attempt counts from 1. */
  retryLater: (attempt: number, retry: () => void) => void;
};

export type AnswerSender = { send: (answer: OutgoingAnswer) => void; flush: () => void };

/** Sends what is in the outbox, oldest first and one at a time; an answer leaves the outbox only when the server has spoken. */
export function createAnswerSender({ outbox, post, onGraded, onRefused, onStatus, retryLater }: SenderOptions): AnswerSender {
  let isSending = false;
  let attempt = 0;

  const settle = (answer: OutgoingAnswer, outcome: Exclude<PostOutcome, { kind: "later" }>) => {
    attempt = 0;
    outbox.remove(answer.eventId);
    if (outcome.kind === "graded") onGraded(answer, outcome.feedback);
    else onRefused(answer, outcome.reason);
  };

  const drain = async () => {
    for (let answer = outbox.list()[0]; answer; answer = outbox.list()[0]) {
      onStatus({ kind: "saving" });
      const outcome = await post(answer);
      if (outcome.kind === "later") {
        attempt += 1;
        onStatus({ kind: "waiting", count: outbox.list().length, ...(outcome.isExpired && { isExpired: true }) });
        retryLater(attempt, flush);
        break;
      }
      settle(answer, outcome);
      onStatus({ kind: "saved" });
    }
    isSending = false;
  };

  const flush = () => {
    if (isSending) return;
    isSending = true;
    void drain();
  };

  return {
    send: (answer) => {
      outbox.add(answer);
      flush();
    },
    flush,
  };
}
