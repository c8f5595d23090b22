import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { attemptLimits } from "@/lib/auth/rate-limit";
import { createDatabase } from "@/lib/db/database";
import { english } from "@/messages/english";
import { startServer, type AppServer } from "@/tests/support/server";

/** Two addresses as a proxy tells them. */
const [tired, fresh] = ["203.0.113.7", "203.0.113.8"];

describe("the link of a shared set over HTTP", () => {
  const dataDir = mkdtempSync(join(tmpdir(), "hangtian-shared-"));
  let server: AppServer;

  beforeAll(async () => {
    const database = await createDatabase({ dataDir, migrationsDir: "prisma/migrations" });
    const { limit, windowMs } = attemptLimits["shared-set-address"];
    await database.client.rateLimit.create({ data: { key: `shared-set-address:${tired}`, count: limit, expiresAt: new Date(Date.now() + windowMs) } });
    await database.close();
    server = await startServer({ dataDir, environment: { HANGTIAN_BEHIND_PROXY: "1" } });
  });
  afterAll(async () => {
    await server?.end("SIGTERM");
    rmSync(dataDir, { recursive: true, force: true });
  });

  const open = async (address: string) => {
    const response = await fetch(`${server.url}/sets/shared/${"a".repeat(16)}`, { headers: { "x-forwarded-for": address } });
    return { status: response.status, text: await response.text() };
  };

  it("tells an address that tried a thousand to wait, in words", async () => {
    expect((await open(tired)).text).toContain(english.sets.shared.tooMany);
  });

  it("tells any other that no set has it", async () => {
    const { status, text } = await open(fresh);
    expect(status).toBe(404);
    expect(text).toContain(english.sets.shared.noneTitle);
    expect(text).not.toContain(english.sets.shared.tooMany);
  });
});
