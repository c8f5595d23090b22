import { createSender, type Sender, type Unsettled } from "@/components/answer/sender";
import type { Outbox, Outgoing } from "./outbox";
import type { PostOutcome } from "./study-api";

export type SaveStatus = { kind: "idle" | "saving" | "saved" } | { kind: "waiting"; count: number; isExpired?: true };

/** What the server said for good. */
export type Settled = Exclude<PostOutcome, Unsettled>;

type SenderOptions = Pick<Parameters<typeof createSender<Outgoing, Settled>>[0], "alone" | "onSettled" | "retryLater"> & {
  outbox: Outbox;
  post: (outgoing: Outgoing) => Promise<PostOutcome>;
  onStatus: (status: SaveStatus) => void;
};

export type AnswerSender = Sender<Outgoing>;

/** Questions whose answer waits: one that was taken back and given anew is one. */
const countWaiting = (waiting: readonly Outgoing[]) => new Set(waiting.flatMap((outgoing) => ("do" in outgoing ? [] : [outgoing.presentationId]))).size;

/** Sends answers, what takes them back, and which facts are put aside. What another learner gave stays for them. */
export function createAnswerSender({ outbox, onStatus, ...options }: SenderOptions): AnswerSender {
  const sender: AnswerSender = createSender<Outgoing, Settled>({
    ...options,
    outbox: { ...outbox, remove: ({ eventId }) => outbox.remove(eventId) },
    idOf: ({ eventId }) => eventId,
    questionOf: ({ presentationId }) => presentationId,
    onStatus: (status) => onStatus(status.kind === "waiting" ? { ...status, count: countWaiting(sender.waiting()) } : status),
  });
  return sender;
}
