export type AuthOutcome = { ok: true } | { ok: false; code: string; minutes?: number };

async function csrfToken(): Promise<string> {
  const response = await fetch("/api/auth/csrf", { cache: "no-store" });
  return ((await response.json()) as { csrfToken: string }).csrfToken;
}

/** next-auth answers a refusal with an address whose `error` is a code, `RATE_LIMITED:<minutes>` among them. */
function outcomeOf(url: string): AuthOutcome {
  const error = new URL(url, window.location.origin).searchParams.get("error");
  if (error === null) return { ok: true };
  const [code = "", minutes] = error.split(":");
  return { ok: false, code, ...(minutes ? { minutes: Number(minutes) } : {}) };
}

async function post(path: string, fields: Record<string, string>): Promise<AuthOutcome> {
  try {
    const body = new URLSearchParams({ ...fields, csrfToken: await csrfToken(), json: "true", callbackUrl: "/" });
    const response = await fetch(`/api/auth/${path}`, { method: "POST", body });
    const { url } = (await response.json()) as { url?: string };
    return url ? outcomeOf(url) : { ok: false, code: "FAILED" };
  } catch {
    return { ok: false, code: "FAILED" };
  }
}

/** next-auth's own client would add its weight to every page; these three requests are all of it that we use. */
export const startAsGuest = () =>
  post("callback/guest", { timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone });

export const signIn = (userName: string, password: string) => post("callback/password", { userName, password });

export const signOut = () => post("signout", {});
