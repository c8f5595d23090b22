import { describe, expect, it } from "vitest";
import { createAnswerSender } from "@/components/study/answer-sender";
import type { SaveStatus } from "@/components/study/answer-sender";
import { createOutbox } from "@/components/study/outbox";
import type { OutgoingAnswer } from "@/components/study/outbox";
import type { PostOutcome } from "@/components/study/study-api";

const answer = (eventId: string): OutgoingAnswer => ({
  eventId,
  presentationId: `presentation-of-${eventId}`,
  response: { kind: "choice", option: 0 },
  elapsedMs: 1200,
  timeZone: "Europe/Berlin",
});

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

function createStorage(): Pick<Storage, "getItem" | "setItem"> {
  const values = new Map<string, string>();
  return { getItem: (key) => values.get(key) ?? null, setItem: (key, value) => void values.set(key, value) };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

function createBench(outcomes: PostOutcome[], storage = createStorage()) {
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
      return outcomes.shift() ?? graded;
    },
    onGraded: (sent) => told.push(`graded ${sent.eventId}`),
    onRefused: (sent, reason) => told.push(`refused ${sent.eventId}: ${reason}`),
    onStatus: (status) => statuses.push(status),
    retryLater: (_, retry) => retries.push(retry),
  });
  return { sender, outbox, posted, waitingWhenPosted, told, statuses, retries };
}

describe("sending answers", () => {
  it("writes an answer to the outbox before it is sent and takes it out when it is acknowledged", async () => {
    const bench = createBench([]);
    bench.sender.send(answer("a"));
    await settled();
    expect(bench.waitingWhenPosted).toEqual([["a"]]);
    expect(bench.outbox.list()).toEqual([]);
    expect(bench.statuses.at(-1)).toEqual({ kind: "saved" });
  });

  it("keeps answers while the server cannot be reached and sends them again in order with the same ids", async () => {
    const bench = createBench([{ kind: "later" }, { kind: "later" }]);
    bench.sender.send(answer("a"));
    await settled();
    bench.sender.send(answer("b"));
    await settled();
    expect(bench.statuses.at(-1)).toEqual({ kind: "waiting", count: 2 });
    bench.retries[0]!();
    await settled();
    expect(bench.posted).toEqual(["a", "a", "a", "b"]);
    expect(bench.told).toEqual(["graded a", "graded b"]);
    expect(bench.outbox.list()).toEqual([]);
  });

  it("sends what an earlier visit left behind", async () => {
    const storage = createStorage();
    createOutbox(storage).add(answer("left-over"));
    const bench = createBench([], storage);
    bench.sender.flush();
    await settled();
    expect(bench.posted).toEqual(["left-over"]);
  });

  it("drops an answer that the server will never take, says why, and goes on", async () => {
    const bench = createBench([{ kind: "refused", reason: "unknown" }]);
    bench.sender.send(answer("a"));
    bench.sender.send(answer("b"));
    await settled();
    expect(bench.told).toEqual(["refused a: unknown", "graded b"]);
  });

  it("sends one at a time however often it is asked to", async () => {
    const bench = createBench([]);
    bench.sender.send(answer("a"));
    bench.sender.flush();
    bench.sender.flush();
    await settled();
    expect(bench.posted).toEqual(["a"]);
  });
});

describe("the outbox", () => {
  it("keeps an answer once however often it is added", () => {
    const outbox = createOutbox(createStorage());
    outbox.add(answer("a"));
    outbox.add(answer("a"));
    expect(outbox.list()).toHaveLength(1);
  });

  it("works in memory where the browser allows no storage", () => {
    const outbox = createOutbox(null);
    outbox.add(answer("a"));
    expect(outbox.list()).toEqual([answer("a")]);
  });

  it.each(["no JSON", "{}", "[1, null]"])("is empty when the storage holds %s", (text) => {
    expect(createOutbox({ getItem: () => text, setItem: () => undefined }).list()).toEqual([]);
  });
});
