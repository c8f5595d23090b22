import { createServer } from "node:http";
import { connect, type AddressInfo, type Socket } from "node:net";
import { text } from "node:stream/consumers";
import { expect, it, test } from "vitest";
import { createTurns, isPatient, untilSent } from "@/scripts/setup/turns.mjs";

const id = "0b9d4c3e-1f2a-4b5c-8d6e-7f8091a2b3c4";

test.each([`/quiz/${id}`, `/quiz/${id}?_rsc=1`, "/api/quiz/attempts", `/api/quiz/assignments/${id}/attempts`, `/api/quiz/attempts/${id}/lease`, `/api/quiz/attempts/${id}/submit`])("%s waits for its turn", (address) => {
  expect(isPatient(address)).toBe(true);
});

test.each(["/", "/quiz", `/api/quiz/attempts/${id}/saves`, `/api/quiz/attempts/${id}/status?leaseId=${id}`, `/api/quiz/attempts/${id}/open`, `/quiz/${id}/results`, "/study", undefined])("%s waits for nobody", (address) => {
  expect(isPatient(address)).toBe(false);
});

type Job = { work: () => Promise<void>; end: () => void };

/** A piece of work that writes down when it begins, and ends when it is told to. */
function jobOf(name: string, begun: string[], fails = false): Job {
  let end = () => {};
  const ended = new Promise<void>((resolve, reject) => (end = fails ? () => reject(new Error(name)) : resolve));
  const work = () => {
    begun.push(name);
    return ended;
  };
  return { work, end: () => end() };
}

const soon = () => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));

it("lets two go on at once, and the others after them in the order they came", async () => {
  const begun: string[] = [];
  const inTurn = createTurns(2, 60_000);
  const jobs = ["a", "b", "c", "d"].map((name) => jobOf(name, begun, name === "b"));
  for (const { work } of jobs) inTurn(work);
  await soon();
  expect(begun).toEqual(["a", "b"]);
  jobs[1]!.end();
  await soon();
  expect(begun).toEqual(["a", "b", "c"]);
  jobs[0]!.end();
  await soon();
  expect(begun).toEqual(["a", "b", "c", "d"]);
  for (const { end } of jobs) end();
});

it("keeps nobody waiting for whoever takes too long, and counts them once", async () => {
  const begun: string[] = [];
  const inTurn = createTurns(1, 5);
  const jobs = ["slow", "next", "last"].map((name) => jobOf(name, begun));
  for (const { work } of jobs.slice(0, 2)) inTurn(work);
  while (begun.length < 2) await soon();
  expect(begun).toEqual(["slow", "next"]);
  jobs[0]!.end();
  jobs[1]!.end();
  await soon();
  inTurn(jobs[2]!.work);
  expect(begun).toEqual(["slow", "next", "last"]);
  jobs[2]!.end();
});

/** A server that has one turn, and a way to send it some bytes. */
async function withOneTurn(work: (send: (bytes: string) => Socket, served: string[]) => Promise<void>): Promise<void> {
  const served: string[] = [];
  const inTurn = createTurns(1, 600_000);
  const server = createServer((request, response) => {
    void untilSent(request).then(() =>
      inTurn(async () => {
        served.push(request.destroyed ? `${request.url} broken off` : `${request.url} ${(await text(request)).length}`);
        response.end();
      }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const sockets: Socket[] = [];
  const send = (bytes: string) => {
    const socket = connect((server.address() as AddressInfo).port, "127.0.0.1", () => socket.write(bytes));
    sockets.push(socket);
    return socket;
  };
  await work(send, served).finally(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
}

const post = (path: string, length: number, body: string) => `POST ${path} HTTP/1.1\r\nhost: a\r\ncontent-length: ${length}\r\n\r\n${body}`;

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await soon();
}

it("gives no turn to a request that is still being sent, and its turn once it is there", () =>
  withOneTurn(async (send, served) => {
    const slow = send(post("/slow", 10, "12345"));
    send(post("/quick", 5, "12345"));
    await until(() => served.length === 1);
    send("GET /page HTTP/1.1\r\nhost: a\r\n\r\n");
    await until(() => served.length === 2);
    slow.write("67890");
    await until(() => served.length === 3);
    expect(served).toEqual(["/quick 5", "/page 0", "/slow 10"]);
  }));

it("waits neither for what has broken off nor for what no buffer holds", () =>
  withOneTurn(async (send, served) => {
    const gone = send(post("/gone", 10, "1"));
    gone.once("connect", () => setTimeout(() => gone.destroy(), 20));
    await until(() => served.length === 1);
    send(post("/large", 300_000, "x".repeat(300_000)));
    await until(() => served.length === 2);
    expect(served).toEqual(["/gone broken off", "/large 300000"]);
  }));
