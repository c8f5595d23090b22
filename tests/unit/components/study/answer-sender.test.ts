import { describe, expect, it } from "vitest";
import { createAnswerSender } from "@/components/study/answer-sender";
import type { SaveStatus } from "@/components/study/answer-sender";
import { createOutbox } from "@/components/study/outbox";
import type { Outgoing, OutgoingAnswer } from "@/components/study/outbox";
import type { PostOutcome } from "@/components/study/study-api";

const answer = (eventId: string, givenAt = 1000): OutgoingAnswer => ({
  eventId,
  presentationId: `presentation-of-${eventId}`,
  response: { kind: "choice", option: 0 },
  elapsedMs: 1200,
  timeZone: "Europe/Berlin",
  givenAt,
});

const undoOf = ({ eventId, presentationId }: OutgoingAnswer): Outgoing => ({ eventId: `undo-${eventId}`, presentationId, undoes: eventId, givenAt: 1000 });

const graded: PostOutcome = {
  kind: "graded",
  feedback: {
    verdict: "exact",
    isRight: true,
    score: 1,
    note: { key: "exact", values: {} },
    answer: { text: "Jiuquan", statement: "Shenzhou 5 was launched from Jiuquan.", sources: [] },
    about: [], dueInDays: 3,
  },
};

function createStorage(): Storage {
  const values = new Map<string, string>();
  return {
    get length() {
      return values.size;
    },
    key: (index) => [...values.keys()][index] ?? null,
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => void values.set(key, value),
    removeItem: (key) => void values.delete(key),
    clear: () => values.clear(),
  };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

/** Lets one tab at a time work, as the browser's lock does. */
function createLock(): (work: () => Promise<void>) => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  return (work) => (last = last.then(work));
}

function createBench(outcomes: PostOutcome[], { storage = createStorage(), alone = createLock(), fails = (_: string): PostOutcome | null => null } = {}) {
  const outbox = createOutbox(storage);
  const posted: string[] = [];
  const waitingWhenPosted: string[][] = [];
  const told: string[] = [];
  const statuses: SaveStatus[] = [];
  const retries: (() => void)[] = [];
  const sender = createAnswerSender({
    outbox,
    post: async (sent) => {
      posted.push(sent.eventId);
      waitingWhenPosted.push(outbox.list().map((waiting) => waiting.eventId));
      await settled();
      return fails(sent.eventId) ?? outcomes.shift() ?? ("undoes" in sent ? { kind: "undone" } : graded);
    },
    alone,
    onSettled: ({ eventId }, outcome) => told.push(outcome.kind === "refused" ? `refused ${eventId}: ${outcome.reason}` : `${outcome.kind} ${eventId}`),
    onStatus: (status) => statuses.push(status),
    retryLater: (_, retry) => retries.push(retry),
  });
  return { sender, outbox, posted, waitingWhenPosted, told, statuses, retries };
}

/** Until nothing that was begun is under way. */
async function quiet(): Promise<void> {
  for (let i = 0; i < 30; i++) await settled();
}

describe("sending answers", () => {
  it("writes an answer to the outbox before it is sent and takes it out when it is acknowledged", async () => {
    const bench = createBench([]);
    bench.sender.send(answer("a"));
    await quiet();
    expect(bench.waitingWhenPosted).toEqual([["a"]]);
    expect(bench.outbox.list()).toEqual([]);
    expect(bench.statuses.at(-1)).toEqual({ kind: "saved" });
  });

  it("keeps answers while the server cannot be reached and sends them again in order with the same ids", async () => {
    const bench = createBench([{ kind: "later" }, { kind: "later" }]);
    bench.sender.send(answer("a"));
    await quiet();
    bench.sender.send(answer("b"));
    await quiet();
    expect(bench.statuses.at(-1)).toEqual({ kind: "waiting", count: 2 });
    bench.statuses.length = 0;
    bench.retries[0]!();
    await quiet();
    // The sign of trouble stays until the first is through.
    expect(bench.statuses.map(({ kind }) => kind)).toEqual(["waiting", "saved", "saving", "saved"]);
    expect(bench.posted).toEqual(["a", "a", "a", "b"]);
    expect(bench.told).toEqual(["graded a", "graded b"]);
    expect(bench.outbox.list()).toEqual([]);
  });

  it("sends what an earlier visit left behind", async () => {
    const storage = createStorage();
    createOutbox(storage).add(answer("left-over"));
    const bench = createBench([], { storage });
    bench.sender.flush();
    await quiet();
    expect(bench.posted).toEqual(["left-over"]);
  });

  it("drops an answer that the server will never take, says why, and goes on", async () => {
    const bench = createBench([{ kind: "refused", reason: "unknown" }]);
    bench.sender.send(answer("a"));
    bench.sender.send(answer("b"));
    await quiet();
    expect(bench.told).toEqual(["refused a: unknown", "graded b"]);
  });

  it("sends one at a time however often it is asked to", async () => {
    const bench = createBench([]);
    bench.sender.send(answer("a"));
    bench.sender.flush();
    bench.sender.flush();
    await quiet();
    expect(bench.posted).toEqual(["a"]);
  });

  it("sends an answer that was taken back, and then that it was", async () => {
    const bench = createBench([{ kind: "later" }]);
    bench.sender.send(answer("a"));
    bench.sender.send(undoOf(answer("a")));
    bench.sender.send({ ...answer("b"), presentationId: "presentation-of-a" });
    await quiet();
    expect(bench.statuses.at(-1)).toEqual({ kind: "waiting", count: 1 });
    bench.retries[0]!();
    await quiet();
    expect(bench.told).toEqual(["graded a", "undone undo-a", "graded b"]);
  });

  it("lets other questions go first once the server has failed thrice over one, whose answers stay in order", async () => {
    const fault: PostOutcome = { kind: "later", isFault: true };
    const bench = createBench([], { fails: (eventId) => (eventId === "a" ? fault : null) });
    bench.sender.send(answer("a"));
    bench.sender.send(undoOf(answer("a")));
    for (const eventId of ["b", "c"]) bench.sender.send(answer(eventId));
    await quiet();
    for (let i = 0; i < 3; i++) {
      bench.retries.shift()!();
      await quiet();
    }
    expect(bench.posted).toEqual(["a", "a", "a", "b", "c", "a"]);
    expect(bench.outbox.list().map(({ eventId }) => eventId)).toEqual(["a", "undo-a"]);
    expect(bench.statuses.at(-1)).toEqual({ kind: "waiting", count: 1 });
    bench.sender.send(answer("d"));
    await quiet();
    expect(bench.told).toEqual(["graded b", "graded c", "graded d"]);
  });

  it("asks a server that fails over everything no more often, and loses nothing", async () => {
    let isDown = true;
    const bench = createBench([], { fails: () => (isDown ? { kind: "later", isFault: true } : null) });
    const ids = ["a", "b", "c"];
    for (const eventId of ids) bench.sender.send(answer(eventId));
    await quiet();
    for (let i = 0; i < 11; i++) {
      bench.retries.shift()!();
      await quiet();
    }
    expect(bench.posted.join("")).toBe("aaabbbcccaaa");
    isDown = false;
    bench.retries.shift()!();
    await quiet();
    expect(bench.told.sort()).toEqual(ids.map((eventId) => `graded ${eventId}`));
    expect(bench.outbox.list()).toEqual([]);
  });

  it("keeps the order of all answers while the server cannot be reached", async () => {
    let isOffline = true;
    const bench = createBench([], { fails: () => (isOffline ? { kind: "later" } : null) });
    for (const eventId of ["a", "b"]) bench.sender.send(answer(eventId));
    await quiet();
    for (let i = 0; i < 5; i++) {
      bench.retries.shift()!();
      await quiet();
    }
    isOffline = false;
    bench.retries.shift()!();
    await quiet();
    expect(bench.told).toEqual(["graded a", "graded b"]);
  });

  it("sends each answer once when two tabs share the outbox, and none is lost", async () => {
    const shared = { storage: createStorage(), alone: createLock() };
    const tabs = [createBench([], shared), createBench([], shared)];
    for (let i = 0; i < 10; i++) tabs[i % 2]!.sender.send(answer(`e${i}`, i));
    await quiet();
    const posted = tabs.flatMap((tab) => tab.posted);
    expect(posted.sort()).toEqual(Array.from({ length: 10 }, (_, i) => `e${i}`));
    expect(tabs[0]!.outbox.list()).toEqual([]);
  });
});

describe("the outbox", () => {
  it("keeps an answer once however often it is added", () => {
    const outbox = createOutbox(createStorage());
    outbox.add(answer("a"));
    outbox.add(answer("a"));
    expect(outbox.list()).toHaveLength(1);
  });

  it("keeps the order in which answers were given, also when the clock is set back", () => {
    const storage = createStorage();
    const outbox = createOutbox(storage);
    for (const [eventId, givenAt] of [["c", 9_999_999_999], ["a", 5], ["b", 10_000_000_000]] as const) outbox.add(answer(eventId, givenAt));
    expect(createOutbox(storage).list().map(({ eventId }) => eventId)).toEqual(["c", "a", "b"]);
  });

  it("keeps what another tab adds while an answer leaves", () => {
    const storage = createStorage();
    const [one, other] = [createOutbox(storage), createOutbox(storage)];
    one.add(answer("a"));
    other.add(answer("b"));
    one.remove("a");
    expect(one.list().map(({ eventId }) => eventId)).toEqual(["b"]);
  });

  it.each([["allows none", null], ["is full", { ...createStorage(), setItem: () => { throw new Error("full"); } }]])("works in memory where the browser's storage %s", (_, storage) => {
    const outbox = createOutbox(storage);
    outbox.add(answer("a"));
    expect(outbox.list()).toEqual([answer("a")]);
    outbox.remove("a");
    expect(outbox.list()).toEqual([]);
  });

  it.each(["no JSON", "{}", "[1, null]", "null"])("passes over %s in the storage", (text) => {
    const storage = createStorage();
    storage.setItem("hangtian.outbox:000000000000001:x", text);
    storage.setItem("hangtian.other", JSON.stringify(answer("c")));
    const outbox = createOutbox(storage);
    outbox.add(answer("a"));
    expect(outbox.list()).toEqual([answer("a")]);
  });

  it("keeps what another learner gave in this browser for them, sends the others, and comes to rest", async () => {
    const bench = createBench([], { fails: (eventId) => (eventId === "a" ? { kind: "held" } : null) });
    bench.sender.send({ ...answer("a"), learner: "who has left" });
    bench.sender.send({ ...answer("b"), learner: "who is here" });
    for (let i = 0; i < 10; i++) await settled();
    expect(bench.posted).toEqual(["a", "b"]);
    expect(bench.told).toEqual(["graded b"]);
    expect(bench.outbox.list().map(({ eventId }) => eventId)).toEqual(["a"]);
    expect(bench.statuses.at(-1)).toEqual({ kind: "saved" });
  });
});
