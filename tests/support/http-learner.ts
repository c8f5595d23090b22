import { randomUUID } from "node:crypto";
import type { Feedback } from "@/lib/grading/feedback";
import type { Response as Given } from "@/lib/grading/grade";
import type { StudyCard } from "@/lib/questions/study-card";

/** A learner at the other end of HTTP, with a cookie jar. Network failures reject; refusals are returned with their status. */
export class HttpLearner {
  private readonly cookies = new Map<string, string>();

  constructor(private readonly address: string) {}

  /** As a browser would send it. */
  get cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  }

  async fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const response = await fetch(`${this.address}${path}`, { redirect: "manual", ...init, headers: { ...init.headers, cookie: this.cookie } });
    for (const line of response.headers.getSetCookie()) {
      const [name, value] = line.split(";")[0]!.split(/=(.*)/s);
      this.cookies.set(name!, value ?? "");
    }
    return response;
  }

  /** Goes through next-auth as the browser does: its token first, then the post. */
  async signIn(provider: "guest" | "password", fields: Record<string, string> = {}): Promise<Response> {
    const { csrfToken } = (await (await this.fetch("/api/auth/csrf")).json()) as { csrfToken: string };
    const body = new URLSearchParams({ csrfToken, json: "true", ...fields });
    return this.fetch(`/api/auth/callback/${provider}`, { method: "POST", body });
  }

  async openCards(count = 3): Promise<StudyCard[]> {
    const response = await this.fetch(`/api/study/cards?count=${count}`);
    if (!response.ok) throw new Error(`cards: ${response.status} ${await response.text()}`);
    return ((await response.json()) as { cards: StudyCard[] }).cards;
  }

  /** Sends an answer under an event id of its own or a given one. */
  async answer(card: StudyCard, response: Given, eventId: string = randomUUID()): Promise<Feedback> {
    const body = JSON.stringify({ eventId, presentationId: card.presentationId, response, elapsedMs: 1500, timeZone: "UTC" });
    const answered = await this.fetch("/api/study/answers", { method: "POST", body, headers: { "content-type": "application/json" } });
    if (!answered.ok) throw new Error(`answer: ${answered.status} ${await answered.text()}`);
    return ((await answered.json()) as { feedback: Feedback }).feedback;
  }

  /** Takes an answer back. */
  async undo(undo: { eventId: string; presentationId: string; undoes: string }): Promise<void> {
    const undone = await this.fetch("/api/study/undos", { method: "POST", body: JSON.stringify(undo), headers: { "content-type": "application/json" } });
    if (!undone.ok) throw new Error(`undo: ${undone.status} ${await undone.text()}`);
  }
}
