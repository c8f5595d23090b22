import { Agent, request, type IncomingMessage } from "node:http";
import { text } from "node:stream/consumers";

export type Answered = { status: number; body: string; ms: number };

type Sent = { method: "GET" | "POST"; path: string; headers?: Record<string, string>; body?: string };

/** All browsers together keep as many connections open as they have requests on their way. */
const agent = new Agent({ keepAlive: true });

function send(url: string, { method, path, headers, body }: Sent): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { "content-length": String(Buffer.byteLength(body)) };
    request(`${url}${path}`, { method, agent, headers: { ...headers, ...length } }, resolve).once("error", reject).end(body);
  });
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const tries = 8;

/** A learner's browser, lighter than `fetch`, as it shares the cores with what it measures. `visitor` is the address that a proxy would have seen. */
export class QuizBrowser {
  private readonly cookies = new Map<string, string>();
  /** Requests that found no connection and were sent again, as the page does. */
  retries = 0;

  constructor(private readonly visitor: string) {}

  async ask(url: string, sent: Sent): Promise<Answered> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const start = performance.now();
    const response = await send(url, { ...sent, headers: { ...sent.headers, cookie, "x-forwarded-for": this.visitor } });
    const body = await text(response);
    for (const line of response.headers["set-cookie"] ?? []) {
      const [name, value] = line.split(";")[0]!.split(/=(.*)/s);
      this.cookies.set(name!, value ?? "");
    }
    return { status: response.statusCode ?? 0, body, ms: performance.now() - start };
  }

  /** Sends JSON until there is an answer, whatever it says. */
  async post(url: string, path: string, value: object): Promise<Answered> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.ask(url, { method: "POST", path, headers: { "content-type": "application/json" }, body: JSON.stringify(value) });
      } catch (error) {
        if (attempt === tries) throw error;
        this.retries++;
        await pause(250 * attempt);
      }
    }
  }

  /** Begins as a guest, through next-auth as a browser does. */
  async begin(url: string): Promise<void> {
    const { csrfToken } = JSON.parse((await this.ask(url, { method: "GET", path: "/api/auth/csrf" })).body) as { csrfToken: string };
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    const { status, body } = await this.ask(url, { method: "POST", path: "/api/auth/callback/guest", headers, body: new URLSearchParams({ csrfToken, json: "true" }).toString() });
    if (status !== 200) throw new Error(`A guest could not begin: ${status} ${body}`);
  }
}
