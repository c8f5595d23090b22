import { randomUUID } from "node:crypto";
import type { Response as Given } from "@/lib/grading/grade";
import type { StudyCard } from "@/lib/questions/study-card";
import { randomBelow, type Random } from "@/lib/shared/random";
import { HttpLearner } from "./http-learner";

/** A server that can be killed without warning, and started again on the same data. */
export type Killable = { address: string; kill(): Promise<void> };

export type KillRun = {
  /** Every event the server said yes to. */
  acknowledged: Set<string>;
  /** Every event that was ever sent. */
  sent: Set<string>;
  kills: number;
};

type Pending = { card: StudyCard; response: Given; eventId: string };

function guess(card: StudyCard, random: Random): Given {
  if (card.form === "flashcard") return { kind: "rating", rating: (1 + randomBelow(random, 4)) as 1 | 2 | 3 | 4 };
  return card.form === "short-answer" ? { kind: "typed", text: "1970" } : { kind: "choice", option: randomBelow(random, card.options.length) };
}

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
    const feedback = await this.learner.answer(pending.card, pending.response, pending.eventId);
    if (feedback.verdict !== "ambiguous") this.run.acknowledged.add(pending.eventId);
    this.outbox.shift();
  }

  /** Answers until the server is gone. An error while it still should be there is a fault. */
  async answerUntil(server: Killable, isGone: () => boolean): Promise<void> {
    while (!isGone()) {
      try {
        await this.step(server.address);
      } catch (error) {
        if (!isGone()) throw error;
      }
    }
  }
}

/** Kills the server at random moments while answers come in, and starts it again each time. The last server is left running and returned. */
export async function runKills(options: { kills: number; random: Random; start: () => Promise<Killable>; onKill?: (run: KillRun) => void }) {
  const { kills, random, start, onKill } = options;
  const run: KillRun = { acknowledged: new Set(), sent: new Set(), kills: 0 };
  const answerer = new Answerer(run, random);
  let server = await start();
  while (run.kills < kills) {
    let gone = false;
    const answering = answerer.answerUntil(server, () => gone);
    await new Promise((resolve) => setTimeout(resolve, 400 + randomBelow(random, 1200)));
    gone = true;
    await server.kill();
    await answering;
    run.kills++;
    onKill?.(run);
    server = await start();
  }
  return { run, server };
}
