import { uncalibrated, type Calibration } from "./calibration";
import { varianceAfterFitting } from "./constants";
import { applyAnswer, type Answer, type FactState, type MemoryRule } from "./fact-state";

/** Raised whenever constants or rules change what a log folds to; whatever was folded by another number is folded anew before it is used. */
export const memoryModel = 1;

/** Takes an answer back, whichever of the two arrives first. */
export type Undo = { id: string; atMs: number; undoes: string };

/** What the review log holds. The same id always means the same event. */
export type LogEvent = Answer | Undo;

/** What a learner's whole log adds up to. */
export type LearnerMemory = { calibration: Calibration; facts: ReadonlyMap<string, FactState> };

const isUndo = (event: LogEvent): event is Undo => "undoes" in event;

/** Where an answer stands in the log: by its instant, then by its id. Negative when `a` comes first. */
export const compareAnswers = (a: Answer, b: Answer): number => a.atMs - b.atMs || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** The answers that count, in the order of the log: each once, and none that was taken back. Taking back an undo does nothing. */
export function answersInOrder(events: Iterable<LogEvent>): Answer[] {
  const answers = new Map<string, Answer>();
  const undone = new Set<string>();
  for (const event of events) {
    if (isUndo(event)) undone.add(event.undoes);
    else answers.set(event.id, event);
  }
  return [...answers.values()].filter(({ id }) => !undone.has(id)).sort(compareAnswers);
}

/** The memory of a learner whose log is empty; with parameters of their own the calibration is surer (§5). */
export function emptyMemory({ constants, fittedAtMs }: MemoryRule): LearnerMemory {
  const calibration = uncalibrated(constants.calibration);
  return { calibration: fittedAtMs === undefined ? calibration : { ...calibration, variance: varianceAfterFitting }, facts: new Map() };
}

/** The memory that a learner's log adds up to, in whatever order it arrived; an event given twice counts once. */
export function foldLog(events: Iterable<LogEvent>, rule: MemoryRule): LearnerMemory {
  const empty = emptyMemory(rule);
  const facts = new Map<string, FactState>();
  let { calibration } = empty;
  for (const answer of answersInOrder(events)) {
    const after = applyAnswer({ fact: facts.get(answer.factId) ?? null, calibration }, answer, rule);
    facts.set(answer.factId, after.fact);
    calibration = after.calibration;
  }
  return { calibration, facts };
}

/** The memory after one more answer, which must be later in the log than all before it. */
export function addAnswer({ calibration, facts }: LearnerMemory, answer: Answer, rule: MemoryRule): LearnerMemory {
  const after = applyAnswer({ fact: facts.get(answer.factId) ?? null, calibration }, answer, rule);
  return { calibration: after.calibration, facts: new Map(facts).set(answer.factId, after.fact) };
}
