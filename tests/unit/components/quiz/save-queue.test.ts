import { describe, expect, it } from "vitest";
import { createSaveQueue, type WaitingSave } from "@/components/quiz/save-queue";
import { createTimeSpent, forgetTimeSpent } from "@/components/quiz/time-spent";
import { chosen } from "./running-quiz";

function createStorage({ isFull = false } = {}): Storage {
  const values = new Map<string, string>();
  return {
    get length() {
      return values.size;
    },
    key: (index) => [...values.keys()][index] ?? null,
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => {
      if (isFull) throw new Error("full");
      values.set(key, value);
    },
    removeItem: (key) => void values.delete(key),
    clear: () => values.clear(),
  };
}

const save = (position: number, option: number, sequence: number): WaitingSave => ({ ...chosen(position, option, sequence), elapsedMs: 1200 });

describe.each([
  ["in the browser's storage", createStorage],
  ["where the storage is full", () => createStorage({ isFull: true })],
  ["where there is no storage", () => null],
])("the queue of saves %s", (_, open) => {
  it("keeps the newest for each question, in their order", () => {
    const queue = createSaveQueue(open(), "a");
    for (const each of [save(10, 0, 1), save(2, 1, 1), save(2, 3, 2), save(2, 0, 1)]) queue.put(each);
    expect(queue.list()).toEqual([save(2, 3, 2), save(10, 0, 1)]);
  });

  it("forgets what is kept, but not what came after it", () => {
    const queue = createSaveQueue(open(), "a");
    queue.put(save(0, 1, 2));
    queue.settle(0, 1);
    expect(queue.list()).toHaveLength(1);
    queue.settle(0, 2);
    expect(queue.list()).toEqual([]);
  });
});

describe("the queue of saves", () => {
  it("is there again after the browser was closed, and is one for all tabs", () => {
    const storage = createStorage();
    createSaveQueue(storage, "a").put(save(0, 1, 1));
    const other = createSaveQueue(storage, "a");
    expect(other.list()).toEqual([save(0, 1, 1)]);
    other.settle(0, 1);
    expect(createSaveQueue(storage, "a").list()).toEqual([]);
  });

  it("is apart for each quiz, and passes over what is no save", () => {
    const storage = createStorage();
    createSaveQueue(storage, "a").put(save(0, 1, 1));
    storage.setItem("hangtian.quiz:b:0", "{");
    storage.setItem("hangtian.quiz:b:1", '{"position":"1"}');
    expect(createSaveQueue(storage, "b").list()).toEqual([]);
  });
});

describe("the time spent at questions", () => {
  it("adds up over visits, and over a reload", () => {
    const storage = createStorage();
    const spent = createTimeSpent(storage, "a");
    spent.enter(0, 1000);
    spent.enter(1, 4000);
    spent.enter(0, 4500);
    expect(spent.of(0, 5500)).toBe(4000);
    spent.leave(6000);
    expect([createTimeSpent(storage, "a").of(0, 0), createTimeSpent(storage, "a").of(1, 0), createTimeSpent(storage, "b").of(0, 0)]).toEqual([4500, 500, 0]);
  });

  it("is gone from the browser once the quiz is over, and that of another quiz is not", () => {
    const storage = createStorage();
    for (const attemptId of ["a", "b"]) {
      const spent = createTimeSpent(storage, attemptId);
      spent.enter(0, 0);
      spent.leave(1000);
    }
    forgetTimeSpent(storage, "a");
    expect([storage.length, createTimeSpent(storage, "b").of(0, 0)]).toEqual([1, 1000]);
    forgetTimeSpent(null, "b");
  });

  it("stands still while nothing is shown", () => {
    const spent = createTimeSpent(null, "a");
    spent.enter(0, 0);
    spent.leave(700);
    expect(spent.of(0, 9000)).toBe(700);
  });

  it("is never less than nothing, which the server would refuse together with the answer", () => {
    const spent = createTimeSpent(null, "a");
    spent.enter(0, 5000);
    expect(spent.of(0, 4000)).toBe(0);
  });
});
