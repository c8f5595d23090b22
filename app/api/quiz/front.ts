import type { IncomingMessage, ServerResponse } from "node:http";
import { brokeOff, jsonOf, maxBodyBytes, type Sent } from "@/app/api/_http/body";
import { privately, tell } from "@/app/api/_http/respond";
import { idSchema } from "@/app/api/study/schemas";
import { demandUser, findSession } from "@/lib/auth/current-user";
import { knownClaim, type SessionClaim } from "@/lib/auth/known-claims";
import { databaseClock } from "@/lib/data/database-clock";
import { keepSave, toSave } from "./handlers";

const savesOf = /^\/api\/quiz\/attempts\/([\dA-Fa-f-]{36})\/saves$/;

/** The quiz that a save is for, where the route would take the address as it is written. */
const attemptIdIn = ({ method, url }: IncomingMessage) => (method === "POST" ? idSchema.safeParse(savesOf.exec(url ?? "")?.[1]).data : undefined);

function sentBy({ url, headers }: IncomingMessage): Sent {
  const get = (name: string) => {
    const value = headers[name];
    return Array.isArray(value) ? value.join(", ") : (value ?? null);
  };
  // Only where there is no host is the address asked for one.
  return { url: `http://localhost${url ?? ""}`, headers: { get } };
}

/** Chunked or large bodies are for the framework, which reads no further than it must. */
function isSmall({ headers }: IncomingMessage): boolean {
  const length = Number(headers["content-length"] ?? NaN);
  return headers["transfer-encoding"] === undefined && length <= maxBodyBytes;
}

async function bodyOf(request: IncomingMessage): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  try {
    for await (const chunk of request) chunks.push(chunk as Uint8Array);
  } catch {
    brokeOff();
  }
  return Buffer.concat(chunks);
}

async function answer(request: IncomingMessage, response: ServerResponse, sent: Sent, claim: SessionClaim, attemptId: string): Promise<void> {
  const requireUser = async () => demandUser(await findSession(claim));
  const read = async () => ({ attemptId, save: toSave(jsonOf(sent, await bodyOf(request))) });
  const { status, body } = await tell(() => keepSave(sent, read, { requireUser, readSession: () => Promise.resolve(claim), clock: databaseClock }));
  const json = Buffer.from(JSON.stringify(body));
  response.writeHead(status, { ...privately, "content-type": "application/json", "content-length": json.length }).end(json);
}

/**
 * Answers the save of a quiz without the framework, which takes longer than the save itself. Only for a session whose cookie this process has read within the last minute;
 * false where the request is for the framework. The caller has set the headers that all answers have.
 */
export function takeSave(request: IncomingMessage, response: ServerResponse): boolean {
  const attemptId = attemptIdIn(request);
  if (attemptId === undefined || !isSmall(request)) return false;
  const sent = sentBy(request);
  const claim = knownClaim(sent.headers, Date.now());
  if (!claim) return false;
  // A browser that has gone gets no answer, and its next save is a new one.
  answer(request, response, sent, claim, attemptId).catch(() => response.destroy());
  return true;
}
