import { Readable } from "node:stream";
import { describe, expect, it, test } from "vitest";
import { readMemoryArguments } from "@/scripts/memory-arguments";
import { memoryLines, type MemoryLine } from "@/scripts/memory-lines";

type State = Exclude<MemoryLine, { error: string }>;

const usual = { desiredRetention: 0.9, dayStartHour: 4, isPlain: false };
const plain = { ...usual, isPlain: true };

async function linesOf(lines: object[] | string, request = usual): Promise<MemoryLine[]> {
  const text = typeof lines === "string" ? lines : lines.map((line) => JSON.stringify(line)).join("\n");
  const results: MemoryLine[] = [];
  for await (const line of memoryLines(request, Readable.from([Buffer.from(text)]))) results.push(line);
  return results;
}

const statesOf = async (lines: object[], request = usual) => (await linesOf(lines, request)) as State[];

let count = 0;
const at = (day: number, minute = 0) => new Date(Date.UTC(2026, 0, 1 + day, 12, minute)).toISOString();
const answer = (day: number, more: object = {}, minute = 0) => ({ id: `e${String(++count).padStart(4, "0")}`, fact: "f", type: "short-answer", correct: true, at: at(day, minute), timeZone: "UTC", ...more });
const rated = (day: number, rating: number, minute = 0) => answer(day, { type: "flashcard", correct: undefined, rating }, minute);

describe("the memory command, plain", () => {
  it("gives the golden values of FSRS-6 for ratings 1,3,3,3,3,3 after 0,0,1,3,8,21 days", async () => {
    const days = [0, 0, 1, 4, 12, 33];
    const last = (await statesOf(days.map((day, i) => rated(day, i === 0 ? 1 : 3, i)), plain)).at(-1)!;
    expect(last.stabilityDays).toBeCloseTo(53.62691, 4);
    expect(last.difficulty).toBeCloseTo(6.3574867, 6);
  });

  test.each([[1, 0.212, 6.4133], [2, 1.2931, 5.11217], [3, 2.3065, 2.1181], [4, 8.2956, 1]])("gives for a first rating of %i the published stability %f and difficulty %f", async (rating, stability, difficulty) => {
    const [state] = await statesOf([rated(0, rating)], plain);
    expect(state!.stabilityDays).toBeCloseTo(stability, 4);
    expect(state!.difficulty).toBeCloseTo(difficulty, 4);
  });

  it("spaces six goods, two agains and five goods by 2, 11, 46, 163, 498 and then 2, 4, 7, 12, 21 days", async () => {
    const ratings = [3, 3, 3, 3, 3, 3, 1, 1, 3, 3, 3, 3, 3];
    // The reference repeats within the day after the first answer and after each lapse.
    const gaps = [0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21];
    let day = 0;
    const dayOf = ratings.map((_, i) => (day += i === 0 ? 0 : gaps[i - 1]!));
    const states = await statesOf(ratings.map((rating, i) => rated(dayOf[i]!, rating, i)), plain);
    const intervals = states.map(({ dueOn }, i) => Math.round((Date.parse(dueOn!) - Date.parse(at(dayOf[i]!).slice(0, 10))) / 86_400_000));
    for (const [i, gap] of gaps.entries()) if (gap > 0) expect(intervals[i]).toBe(gap);
  });

  it("makes no allowance for guessing, haste or time within the day", async () => {
    const typed = await statesOf([answer(0), answer(3), answer(3, {}, 10)], plain);
    const guessed = await statesOf([answer(0), answer(3), answer(3, {}, 10)].map((line) => ({ ...line, type: "true-false", elapsedMs: 100 })), plain);
    expect(guessed.at(-1)).toEqual(typed.at(-1));
  });
});

describe("the memory command", () => {
  it("tells what was predicted before a line, and the recall after it", async () => {
    const [first, second] = await statesOf([answer(0), answer(2)]);
    expect(first).toMatchObject({ fact: "f", retrievability: 1, predicted: null });
    expect(second!.predicted).toBeGreaterThan(0.8);
    expect(second!.predicted).toBeLessThan(1);
  });

  it("ends in the same state whatever the order of the lines, undo and repeated lines included", async () => {
    const log = [answer(0, { elapsedMs: 4000 }), answer(0, { correct: false }, 5), answer(3), answer(9, { type: "true-false" }), answer(9, { fact: "g" }, 3), answer(15)];
    const undo = { id: "u1", undoes: log[2]!.id, at: at(3, 1), timeZone: "UTC" };
    const ask = { ...answer(40), id: "zz" };
    const straight = await statesOf([...log, undo, ask]);
    const turned = await statesOf([undo, ask, ...[...log].reverse(), log[0]!, ask]);
    expect(turned.at(-1)).toEqual({ ...straight.at(-1), predicted: null });
  });

  it("takes an answer back: the state is what it was before it", async () => {
    const [one, two, taken] = await statesOf([answer(0, { id: "one" }), answer(4, { id: "two" }), { id: "three", undoes: "two", at: at(4, 1) }]);
    expect(taken).toEqual({ ...one, retrievability: two!.predicted, predicted: null });
    const [, nothing] = await statesOf([answer(0, { id: "four" }), { id: "five", undoes: "four", at: at(0, 1) }]);
    expect(nothing).toEqual({ fact: "f", stabilityDays: null, difficulty: null, retrievability: null, dueOn: null, predicted: null });
  });

  it("counts a learner's days in the zone of each line, from the start of day that was asked for", async () => {
    const lines = [answer(0, { at: "2026-11-23T23:50:00+01:00", timeZone: "Europe/Berlin" }), answer(0, { at: "2026-11-24T00:10:00+01:00", timeZone: "Europe/Berlin" })];
    const sameDay = await statesOf(lines);
    expect(sameDay[1]!.stabilityDays).toBe(sameDay[0]!.stabilityDays);
    const nextDay = await statesOf(lines, { ...usual, dayStartHour: 0 });
    expect(nextDay[1]!.stabilityDays).not.toBe(nextDay[0]!.stabilityDays);
  });

  it("takes the usual time and the ease of the question from the line where it names them, as the app's own log does", async () => {
    const stability = async (more: object) => (await statesOf([answer(0), answer(5, { type: "multiple-choice", options: 4, elapsedMs: 2000, ...more })])).at(-1)!.stabilityDays!;
    expect(await stability({ usualMs: 9000 })).toBeLessThan(await stability({ usualMs: 7000 }));
    expect(await stability({ questionEase: -2 })).toBeLessThan(await stability({ questionEase: 2 }));
  });

  it("plans shorter intervals for a higher desired retention", async () => {
    const due = async (desiredRetention: number) => (await statesOf([0, 3, 12, 40].map((day) => ({ ...answer(day), id: `day-${day}` })), { ...plain, desiredRetention })).at(-1)!.dueOn!;
    expect((await due(0.95)) < (await due(0.85))).toBe(true);
  });

  test.each([
    ["{", "line 1: not a line of JSON"],
    ['{"id":"a","fact":"f","type":"short-answer","at":"2026-01-01T00:00:00Z"}', 'line 1: needs either "correct" or "rating", not both'],
    ['{"id":"a","fact":"f","type":"poem","correct":true,"at":"2026-01-01T00:00:00Z"}', '"type" must be one of multiple-choice'],
    ['{"id":"a","fact":"f","rating":5,"at":"2026-01-01T00:00:00Z"}', '"rating" must be 1, 2, 3 or 4'],
    ['{"id":"a","fact":"f","correct":true,"at":"yesterday"}', '"at" must be a time such as'],
    ['{"id":"a","fact":"f","correct":true,"at":"2026-01-01T00:00:00Z","timeZone":"Mars/Olympus"}', '"timeZone" is no time zone'],
    ['{"id":"a","correct":true,"at":"2026-01-01T00:00:00Z"}', '"fact" must be a text'],
    ['{"id":"a","fact":"f","correct":true,"options":1000,"at":"2026-01-01T00:00:00Z"}', '"options" must be from 1 to 100'],
    [`{"id":"${"x".repeat(20_000)}"}`, "longer than 10000 bytes"],
  ])("says what is wrong with %j", async (line, message) => {
    const [first] = await linesOf(line);
    expect((first as { error: string }).error).toContain(message);
  });

  it("goes on after a faulty line, skips empty ones, and refuses an id for two different events", async () => {
    const lines = await linesOf(`\n{}\n${JSON.stringify(answer(0, { id: "same" }))}\n\n${JSON.stringify(answer(1, { id: "same" }))}`);
    expect(lines).toHaveLength(3);
    expect(lines[1]).toMatchObject({ fact: "f" });
    expect(lines[2]).toEqual({ error: 'line 5: the id "same" has been used for another event' });
  });
});

describe("the arguments of the memory command", () => {
  it("are honoured", () => {
    expect(readMemoryArguments(["log.jsonl", "--plain", "--desired-retention", "0.85", "--day-start", "0"])).toEqual({
      ok: true,
      value: { file: "log.jsonl", desiredRetention: 0.85, dayStartHour: 0, isPlain: true, isHelp: false },
    });
  });

  test.each([[["--desired-retention", "0.99"]], [["--desired-retention", "x"]], [["--day-start", "24"]], [["--day-start", "4.5"]], [["a", "b"]], [["--nonsense"]]])("%j are refused in words", (args) => {
    expect(readMemoryArguments(args)).toMatchObject({ ok: false, error: expect.stringMatching(/\w+ \w+/) });
  });
});
