import { randomUUID } from "node:crypto";
import type { ClosedQuiz, QuizQuestion, QuizResponse, QuizSave, RunningQuiz, SaveReply } from "@/lib/quiz/exchange";
import { usualSetup, type QuizSetup } from "@/lib/quiz/quiz-setup";
import { randomBelow, shuffled, type Random } from "@/lib/shared/random";
import { QuizBrowser, type Answered } from "./bench-quiz-browser";

export type Kind = "start" | "page" | "lease" | "save" | "submit";

/** Instants are of `performance.now()`. */
export type Timing = { kind: Kind; at: number; ms: number };

/** What all learners of a round share. */
export type Round = {
  /** Both app processes. */
  urls: readonly [string, string];
  count: number;
  /** Of a quiz that the class was given; absent where each makes one of their own. */
  assignmentId?: string;
  beginsAt: number;
  endsAt: number;
  isHandedIn: boolean;
  timings: Timing[];
  faults: string[];
};

/** So many answers are changed, sent twice, flagged. */
const shares = { changed: 0.2, repeated: 0.1, flagged: 0.1 };
export const handInMs = 3000;

const until = (at: number) => new Promise((resolve) => setTimeout(resolve, Math.max(0, at - performance.now())));
const between = (random: Random, from: number, to: number) => from + random() * Math.max(0, to - from);

function guess({ kind, options, prompts }: QuizQuestion, random: Random): QuizResponse {
  const ids = shuffled(random, options.map(({ id }) => id));
  switch (kind) {
    case "typed": return { kind, text: String(1956 + randomBelow(random, 70)) };
    case "choice": return { kind, option: ids[0]! };
    case "choices": return { kind, options: ids.slice(0, 1 + randomBelow(random, 3)) };
    case "order": return { kind, order: ids };
    case "pairs": return { kind, pairs: prompts!.map((_, i) => ids[i] ?? null) };
  }
}

/** One learner of a class, with all that the server said it has kept. */
export class QuizLearner {
  readonly attemptId = randomUUID();
  private readonly leaseId = randomUUID();
  readonly browser: QuizBrowser;
  /** The newest save of each question that was acknowledged. */
  readonly kept = new Map<number, QuizSave>();
  private questions: QuizQuestion[] = [];

  constructor(
    private readonly number: number,
    private readonly random: Random,
    private readonly isIdle: boolean,
  ) {
    this.browser = new QuizBrowser(`10.0.${number >> 8}.${number & 255}`);
  }

  private home = ({ urls }: Round) => urls[this.number % 2]!;
  private other = ({ urls }: Round) => urls[(this.number + 1) % 2]!;

  begin(round: Pick<Round, "urls">): Promise<void> {
    return this.browser.begin(round.urls[this.number % 2]!);
  }

  /** The time of an answer, and what it says; undefined where it is no yes. */
  private async note<T>(round: Round, kind: Kind, asking: Promise<Answered>): Promise<T | undefined> {
    const at = performance.now();
    try {
      const { status, body, ms } = await asking;
      round.timings.push({ kind, at, ms });
      if (status === 200) return (kind === "page" ? body : JSON.parse(body)) as T;
      round.faults.push(`${kind}: ${status} ${body.slice(0, 160)}`);
    } catch (error) {
      round.faults.push(`${kind}: ${String(error)}`);
    }
    return undefined;
  }

  private post<T>(round: Round, kind: Kind, path: string, body: object, url = this.home(round)): Promise<T | undefined> {
    return this.note(round, kind, this.browser.post(url, `/api/quiz/attempts${path}`, body));
  }

  private askForPaper({ assignmentId, ...round }: Round): Promise<Answered> {
    const { attemptId } = this;
    if (assignmentId !== undefined) return this.browser.post(this.home(round), `/api/quiz/assignments/${assignmentId}/attempts`, { attemptId });
    const seconds = Math.max(10, Math.round((round.endsAt - performance.now()) / 1000));
    const setup: QuizSetup = { ...usualSetup, count: round.count, timer: { kind: "paper", seconds } };
    return this.browser.post(this.home(round), "/api/quiz/attempts", { attemptId, setup });
  }

  /** Starts the quiz, so that time is up at the end of the round, and opens its page. */
  async start(round: Round): Promise<void> {
    if (!(await this.note(round, "start", this.askForPaper(round)))) return;
    await this.note(round, "page", this.browser.ask(this.home(round), { method: "GET", path: `/quiz/${this.attemptId}` }));
    const running = await this.post<RunningQuiz | ClosedQuiz>(round, "lease", `/${this.attemptId}/lease`, { leaseId: this.leaseId });
    if (running && "closed" in running) round.faults.push("lease: the quiz was over before it was taken");
    else this.questions = running?.questions.filter((question) => question !== null) ?? [];
  }

  private async save(round: Round, save: QuizSave, url?: string): Promise<void> {
    const reply = await this.post<SaveReply>(round, "save", `/${this.attemptId}/saves`, save, url);
    if (!reply) return;
    const newest = Math.max(save.sequence, this.kept.get(save.position)?.sequence ?? 0);
    if (reply.sequence !== newest) round.faults.push(`save: ${reply.sequence} is kept instead of ${newest}`);
    if (save.sequence === newest) this.kept.set(save.position, save);
  }

  /** Answers at a random instant, and some another time; some saves arrive twice, by the other process. */
  private async answer(round: Round, question: QuizQuestion): Promise<void> {
    const { random } = this;
    const instants = Array.from({ length: random() < shares.changed ? 2 : 1 }, () => between(random, performance.now(), round.endsAt - handInMs)).sort((a, b) => a - b);
    for (const [i, at] of instants.entries()) {
      await until(at);
      const { leaseId } = this;
      const given = { response: guess(question, random), certainty: null, isFlagged: random() < shares.flagged, isFinal: false, elapsedMs: 1000 + randomBelow(random, 9000) };
      const save = { leaseId, position: question.position, sequence: i + 1, ...given };
      await this.save(round, save);
      if (random() < shares.repeated) await this.save(round, save, this.other(round));
    }
  }

  /** All that a learner does between the start and the end, and handing in within the last seconds. */
  async take(round: Round): Promise<void> {
    if (this.isIdle) return;
    await Promise.all(this.questions.map((question) => this.answer(round, question)));
    if (!round.isHandedIn) return;
    await until(between(this.random, round.endsAt - handInMs, round.endsAt));
    const handed = await this.post<{ state: string }>(round, "submit", `/${this.attemptId}/submit`, { leaseId: this.leaseId });
    if (handed && handed.state !== "graded") round.faults.push(`submit: ${handed.state}`);
  }
}
