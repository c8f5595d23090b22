import type { Readable } from "node:stream";
import { neutral, published } from "@/lib/scheduling/constants";
import { applyAnswer, recallOn, type Answer, type FactState, type MemoryRule } from "@/lib/scheduling/fact-state";
import { createFsrsEngine } from "@/lib/scheduling/fsrs";
import { learnerDayOf } from "@/lib/scheduling/learner-day";
import { answersInOrder, compareAnswers, emptyMemory, type LogEvent } from "@/lib/scheduling/learner-memory";
import { notePace, usualMs, type Pace } from "@/lib/scheduling/pace";
import type { MemoryRequest } from "./memory-arguments";
import { readMemoryEvent } from "./memory-event";
import { readLines } from "./read-lines";

const maxLineBytes = 10_000;

export type MemoryLine =
  | { fact: string | null; stabilityDays: number | null; difficulty: number | null; retrievability: number | null; dueOn: string | null; predicted: number | null }
  | { error: string };

/** The log as far as it was read, with what it adds up to. A line that is later than all before costs one step, any other a replay. */
function createLog(rule: MemoryRule) {
  const events = new Map<string, LogEvent>();
  const undone = new Set<string>();
  const empty = emptyMemory(rule);
  let facts = new Map<string, FactState>();
  let { calibration } = empty;
  let pace: Pace = new Map();
  let last: Answer | null = null;
  let predicted: number | null = null;

  const step = (answer: Answer) => {
    const { form, elapsedMs } = answer.evidence;
    const evidence = { ...answer.evidence, usualMs: answer.evidence.usualMs ?? usualMs(pace, form) };
    const fact = facts.get(answer.factId) ?? null;
    predicted = fact && recallOn(fact, answer.learnerDay, calibration, rule.engine);
    const after = applyAnswer({ fact, calibration }, { ...answer, evidence }, rule);
    pace = notePace(pace, form, elapsedMs);
    facts.set(answer.factId, after.fact);
    calibration = after.calibration;
    last = answer;
  };

  const replay = (shown: string) => {
    [facts, calibration, pace, last] = [new Map(), empty.calibration, new Map(), null];
    let foretold: number | null = null;
    for (const answer of answersInOrder(events.values())) {
      step(answer);
      if (answer.id === shown) foretold = predicted;
    }
    predicted = foretold;
  };

  return {
    /** Adds an event; false for one that was there already. */
    add(event: LogEvent): boolean {
      if (events.has(event.id)) return false;
      events.set(event.id, event);
      if ("undoes" in event) undone.add(event.undoes);
      predicted = null;
      const isNext = !("undoes" in event) && !undone.has(event.id) && (last === null || compareAnswers(last, event) < 0);
      if (isNext) step(event);
      else replay(event.id);
      return true;
    },
    find: (id: string) => events.get(id),
    stateOf: (factId: string) => facts.get(factId) ?? null,
    recall: (fact: FactState, day: string) => recallOn(fact, day, calibration, rule.engine),
    predicted: () => predicted,
  };
}

type Log = ReturnType<typeof createLog>;

function factOf(log: Log, event: LogEvent, named: string | undefined): string | null {
  if (!("undoes" in event)) return event.factId;
  const target = log.find(event.undoes);
  return target && "factId" in target ? target.factId : (named ?? null);
}

function describeFact(log: Log, fact: string | null, day: string, predicted: number | null): MemoryLine {
  const state = fact === null ? null : log.stateOf(fact);
  if (!state) return { fact, stabilityDays: null, difficulty: null, retrievability: null, dueOn: null, predicted };
  const { stabilityDays, difficulty, dueOn } = state;
  return { fact, stabilityDays, difficulty, retrievability: log.recall(state, day), dueOn, predicted };
}

const contentOf = (event: LogEvent) => JSON.stringify(event);

function takeLine(log: Log, text: string, dayStartHour: number): MemoryLine {
  const read = readMemoryEvent(text, dayStartHour);
  if (!read.ok) return { error: read.error };
  const { event, fact, timeZone } = read.value;
  const known = log.find(event.id);
  if (known && contentOf(known) !== contentOf(event)) return { error: `the id "${event.id}" has been used for another event` };
  const isNew = log.add(event);
  const day = learnerDayOf(event.atMs, { timeZone, dayStartHour });
  return describeFact(log, factOf(log, event, fact), day, isNew ? log.predicted() : null);
}

/** The rule that a request asks for. */
export function ruleFor({ desiredRetention, isPlain }: Pick<MemoryRequest, "desiredRetention" | "isPlain">): MemoryRule {
  return { engine: createFsrsEngine(), constants: isPlain ? neutral : published, desiredRetention, isGuarded: !isPlain };
}

/** Folds a review log line by line; a line that cannot be read gives its number and the reason, and the rest goes on. Empty lines are skipped. */
export async function* memoryLines(request: Pick<MemoryRequest, "desiredRetention" | "dayStartHour" | "isPlain">, input: Readable): AsyncGenerator<MemoryLine> {
  const log = createLog(ruleFor(request));
  for await (const { number, text } of readLines(input, maxLineBytes)) {
    if (text !== null && text.trim() === "") continue;
    const line = text === null ? { error: `longer than ${maxLineBytes} bytes` } : takeLine(log, text, request.dayStartHour);
    yield "error" in line ? { error: `line ${number}: ${line.error}` } : line;
  }
}
