import { randomUUID } from "node:crypto";
import type { APIRequestContext, APIResponse } from "@playwright/test";
import { expect, test } from "./support/test";
import { password } from "./support/names";
import { walledAccount, walledClass, walledRoles, walledSecrets, type WalledRole } from "./support/walled-class";
import { classRoutes, type ClassRoute } from "../support/class-routes";

const ids = { classId: walledClass.id, assignmentId: walledClass.quiz, pupilId: walledClass.pupil, attemptId: walledClass.attempt, code: "" };
const isOfClass = ([, { isFor }]: [string, ClassRoute]) => isFor !== "anyone";
const routes = Object.entries(classRoutes).filter(isOfClass);

/** Goes through next-auth as the browser does: its token first, then the post. */
async function signIn(request: APIRequestContext, role: WalledRole): Promise<void> {
  const { csrfToken } = (await (await request.get("/api/auth/csrf")).json()) as { csrfToken: string };
  const signedIn = await request.post("/api/auth/callback/password", { form: { csrfToken, json: "true", userName: walledAccount(role), password } });
  expect(signedIn.status()).toBe(200);
}

const askFor = (request: APIRequestContext, { address, isFor }: ClassRoute): Promise<APIResponse> =>
  isFor === "pupils" ? request.post(address(ids), { data: { attemptId: randomUUID() } }) : request.get(address(ids), { maxRedirects: 0 });

/** As the router asks when a link is followed; Next first leads to the address that caches tell from the page's. */
const askForPart = (request: APIRequestContext, { address }: ClassRoute): Promise<APIResponse> => request.get(address(ids), { headers: { rsc: "1" } });

const isPage = (path: string) => !path.endsWith("route.ts");

/** To whom a class is not there, no part of it is; to a pupil the pages of teachers are not there, and what only programs ask for is refused. */
function statusFor(role: WalledRole | "nobody", path: string, { isFor }: ClassRoute): number {
  const teaches = role === "teacher" || role === "co-teacher";
  if (role === "nobody") return isPage(path) ? 307 : 401;
  if (teaches) return isFor === "pupils" ? 403 : 200;
  if (role !== "pupil") return 404;
  return isFor === "teachers" ? (isPage(path) ? 404 : 403) : 200;
}

/** What must not be in any answer to them, whatever its status; the rest must be in some, or the search would prove nothing. */
function hiddenFrom(role: WalledRole | "nobody"): string[] {
  if (role === "teacher" || role === "co-teacher") return [];
  return role === "pupil" ? [walledSecrets.pupil] : Object.values(walledSecrets);
}

for (const role of ["nobody", ...walledRoles] as const) {
  test(`of a class ${role} is told by each address what is theirs to know, and nothing else`, async ({ request }) => {
    if (role !== "nobody") await signIn(request, role);
    const got: Record<string, number> = {};
    const told = { whole: "", part: "" };
    for (const [path, route] of routes) {
      const whole = await askFor(request, route);
      got[path] = whole.status();
      const text = { whole: await whole.text(), part: isPage(path) ? await (await askForPart(request, route)).text() : "" };
      for (const secret of hiddenFrom(role)) expect(text.whole + text.part, `${path} to ${role}`).not.toContain(secret);
      told.whole += text.whole;
      told.part += text.part;
    }
    expect(got).toEqual(Object.fromEntries(routes.map(([path, route]) => [path, statusFor(role, path, route)])));
    const hidden = hiddenFrom(role);
    for (const secret of Object.values(walledSecrets).filter((each) => !hidden.includes(each))) {
      expect(told.whole).toContain(secret);
      expect(told.part).toContain(secret);
    }
  });
}
