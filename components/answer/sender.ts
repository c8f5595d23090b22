/** What became of one that was sent, when that is not for good. */
export type Unsettled =
  /** Kept and tried again; `isExpired`: not before someone has signed in; `isFault`: the server was reached and failed. */
  | { kind: "later"; isExpired?: true; isFault?: true }
  /** Kept, and not sent again while the page is open. */
  | { kind: "held" };

/** `waiting`: nothing more is sent before the next try. */
export type SendStatus = { kind: "idle" | "saving" | "saved" } | { kind: "waiting"; isExpired?: true };

type SenderOptions<Sent, Settled> = {
  outbox: { list: () => Sent[]; add: (sent: Sent) => void; remove: (sent: Sent) => void };
  /** Tells one from all others. */
  idOf: (sent: Sent) => string;
  /** The question it is about: of one question they are sent in order. */
  questionOf: (sent: Sent) => string;
  post: (sent: Sent) => Promise<Settled | Unsettled>;
  /** Runs the work while no other tab sends. */
  alone: (work: () => Promise<void>) => Promise<void>;
  onSettled: (sent: Sent, settled: Settled) => void;
  onStatus: (status: SendStatus) => void;
  /** Calls back after some time; the attempt counts from 1. */
  retryLater: (attempt: number, retry: () => void) => void;
};

export type Sender<Sent> = { send: (sent: Sent) => void; flush: () => void; waiting: () => Sent[] };

export const secondsUntilRetry = (attempt: number) => Math.min(30, 2 ** attempt);

/** So often in a row the server may fail over what is sent of one question before other questions are sent first. */
const patience = 3;

const isUnsettled = (outcome: { kind: string }): outcome is Unsettled => outcome.kind === "later" || outcome.kind === "held";

/**
 * Sends what is in the outbox one at a time, that of one question in order; it leaves the outbox only when the server has spoken. Of each question the oldest is
 * next, and of these the oldest that the server has not failed over again and again, lest one that it always fails over hold up all others. Questions take
 * turns: when it fails over everything, no more is sent than otherwise.
 */
export function createSender<Sent, Settled extends { kind: string }>({ outbox, idOf, questionOf, post, alone, onSettled, onStatus, retryLater }: SenderOptions<Sent, Settled>): Sender<Sent> {
  let isSending = false;
  let hasFailed = false;
  let attempt = 0;
  const faults = new Map<string, number>();
  const held = new Set<string>();
  let trouble: { isExpired?: true } | null = null;

  const waiting = () => outbox.list().filter((sent) => !held.has(idOf(sent)));
  const turnsOf = (sent: Sent) => Math.floor((faults.get(questionOf(sent)) ?? 0) / patience);
  const nextOf = (all: readonly Sent[]) => {
    const fewest = Math.min(...all.map(turnsOf));
    return all.find((sent) => turnsOf(sent) === fewest);
  };
  // While it is tried again, the sign of trouble stays.
  const tellStatus = () => onStatus(trouble ? { kind: "waiting", ...trouble } : { kind: "saving" });

  const putOff = (sent: Sent, { isExpired, isFault }: Extract<Unsettled, { kind: "later" }>) => {
    hasFailed = true;
    attempt += 1;
    if (isFault) faults.set(questionOf(sent), (faults.get(questionOf(sent)) ?? 0) + 1);
    trouble = isExpired ? { isExpired } : {};
    tellStatus();
    retryLater(attempt, flush);
  };

  const drain = async () => {
    hasFailed = false;
    for (let next = nextOf(waiting()); next; next = nextOf(waiting())) {
      tellStatus();
      const outcome = await post(next);
      if (isUnsettled(outcome) && outcome.kind === "later") return putOff(next, outcome);
      attempt = 0;
      trouble = null;
      faults.delete(questionOf(next));
      if (isUnsettled(outcome)) {
        held.add(idOf(next));
        onStatus({ kind: "idle" });
        continue;
      }
      outbox.remove(next);
      onSettled(next, outcome);
      onStatus({ kind: "saved" });
    }
  };

  const flush = () => {
    if (isSending) return;
    isSending = true;
    void alone(drain).finally(() => {
      isSending = false;
      // Something may have come in after the last look.
      if (!hasFailed && waiting().length > 0) flush();
    });
  };

  return {
    send: (sent) => {
      outbox.add(sent);
      flush();
    },
    flush,
    waiting,
  };
}
