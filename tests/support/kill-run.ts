import { randomUUID } from "node:crypto";
import { verifyAllMemory } from "@/lib/data/memory";
import { adoptDatabase, closeDatabase, createDatabase } from "@/lib/db/database";
import { env } from "@/lib/env";
import type { Response as Given } from "@/lib/grading/grade";
import { answerKindOf, type StudyCard } from "@/lib/questions/study-card";
import { randomBelow, shuffled, type Random } from "@/lib/shared/random";
import { HttpLearner } from "./http-learner";
import { startServer, type AppServer } from "./server";

type KillRun = {
  /** Every event the server said yes to. */
  acknowledged: Set<string>;
  /** Every event that was ever sent. */
  sent: Set<string>;
  kills: number;
};

type Pending = { eventId: string; card: StudyCard } & ({ response: Given } | { undoes: string });

function guess(card: StudyCard, random: Random): Given {
  const places = shuffled(random, card.options.map((_, position) => position));
  switch (answerKindOf(card)) {
    case "rating": return { kind: "rating", rating: (1 + randomBelow(random, 4)) as 1 | 2 | 3 | 4 };
    case "typed": return { kind: "typed", text: "1970" };
    case "choice": return { kind: "choice", option: places[0]! };
    case "choices": return { kind: "choices", options: places.slice(0, 2) };
    case "order": return { kind: "order", order: places };
    case "pairs": return { kind: "pairs", pairs: places.slice(0, card.prompts!.length) };
  }
}

/** One answer in four is taken back. */
const undoneShare = 0.25;

/** One learner who answers without a pause; what was not acknowledged is kept and sent again with the same id, as the browser's outbox does. */
class Answerer {
  private learner: HttpLearner | undefined;
  private outbox: Pending[] = [];

  constructor(
    private readonly run: KillRun,
    private readonly random: Random,
  ) {}

  private async step(address: string): Promise<void> {
    if (!this.learner) {
      const learner = new HttpLearner(address);
      if (!(await learner.signIn("guest")).ok) throw new Error("no guest");
      this.learner = learner;
    }
    if (this.outbox.length === 0) {
      const cards = await this.learner.openCards(3);
      this.outbox = cards.map((card) => ({ card, response: guess(card, this.random), eventId: randomUUID() }));
      // Done for today: the next learner, please.
      if (cards.length === 0) this.learner = undefined;
    }
    const pending = this.outbox[0];
    if (!pending || !this.learner) return;
    this.run.sent.add(pending.eventId);
    const isTaken = await this.send(this.learner, pending);
    if (isTaken) this.run.acknowledged.add(pending.eventId);
    this.outbox.shift();
    const { card, eventId } = pending;
    if (isTaken && "response" in pending && this.random() < undoneShare) this.outbox.unshift({ card, eventId: randomUUID(), undoes: eventId });
  }

  /** Whether what was sent now stands in the log; an answer that can be read two ways does not. */
  private async send(learner: HttpLearner, pending: Pending): Promise<boolean> {
    const { card, eventId } = pending;
    if ("response" in pending) return (await learner.answer(card, pending.response, eventId)).verdict !== "ambiguous";
    await learner.undo({ eventId, presentationId: card.presentationId, undoes: pending.undoes });
    return true;
  }

  /** Answers until as many more answers have been acknowledged; an error is a fault of the server. */
  async answer(url: string, count: number): Promise<void> {
    const goal = this.run.acknowledged.size + count;
    while (this.run.acknowledged.size < goal) await this.step(url);
  }

  /** Answers until the server is gone, which may be in the middle of anything. */
  async answerUntilGone(url: string): Promise<void> {
    for (;;) {
      try {
        await this.step(url);
      } catch {
        return;
      }
    }
  }
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Kills the server at random moments while answers come in, and starts it again each time; at the end it is stopped in peace. */
async function runKills({ dataDir, kills, random, onKill }: KillOptions): Promise<KillRun> {
  const run: KillRun = { acknowledged: new Set(), sent: new Set(), kills: 0 };
  const answerer = new Answerer(run, random);
  let server: AppServer = await startServer({ dataDir });
  const { port } = new URL(server.url);
  try {
    while (run.kills < kills) {
      await answerer.answer(server.url, 1 + randomBelow(random, 8));
      const answering = answerer.answerUntilGone(server.url);
      await wait(randomBelow(random, 60));
      await Promise.all([server.end("SIGKILL"), answering]);
      run.kills++;
      onKill?.({ kills: run.kills, acknowledged: run.acknowledged.size });
      server = await startServer({ dataDir, port: Number(port) });
    }
  } finally {
    await server.end("SIGTERM");
  }
  return run;
}

export type KillOptions = {
  dataDir: string;
  kills: number;
  random: Random;
  onKill?: (state: { kills: number; acknowledged: number }) => void;
};

export type KillOutcome = {
  kills: number;
  acknowledged: number;
  inLog: number;
  /** Acknowledged events that are not in the log. */
  lost: string[];
  /** Events in the log that nobody sent. */
  unknown: string[];
  /** States that are not the fold of their log. */
  differing: string[];
};

/** The whole experiment on a data folder of its own: run, then look at the log itself. An event id is the log's key, so none is there twice. Answers and undos are counted alike. */
export async function killAndCheck(options: KillOptions): Promise<KillOutcome> {
  const { acknowledged, sent, kills } = await runKills(options);
  const database = await createDatabase({ dataDir: options.dataDir, migrationsDir: env.migrationsDir });
  adoptDatabase(database);
  try {
    const select = { id: true };
    const rows = [...(await database.client.reviewEvent.findMany({ select })), ...(await database.client.undoEvent.findMany({ select }))];
    const log = new Set(rows.map((row) => row.id));
    const { differing } = await verifyAllMemory();
    return {
      kills,
      acknowledged: acknowledged.size,
      inLog: rows.length,
      lost: [...acknowledged].filter((id) => !log.has(id)),
      unknown: [...log].filter((id) => !sent.has(id)),
      differing,
    };
  } finally {
    await closeDatabase();
  }
}
