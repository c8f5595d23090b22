import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it, test } from "vitest";
import { createDatabase } from "@/lib/db/database";
import { env } from "@/lib/env";

const folder = mkdtempSync(join(tmpdir(), "hangtian-parameters-"));
const dataDir = join(folder, "data");
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Outcome = { code: number; stdout: string; stderr: string };

async function parameters(...args: string[]): Promise<Outcome> {
  const variables = { ...process.env, DATABASE_URL: "", HANGTIAN_DATA_DIR: dataDir };
  const running = promisify(execFile)(process.execPath, ["--conditions=react-server", "--import", "tsx", "scripts/parameters.ts", ...args], { env: variables });
  return running.then(({ stdout, stderr }) => ({ code: 0, stdout, stderr }), (failed: Outcome) => failed);
}

async function withDatabase<T>(work: (open: Awaited<ReturnType<typeof createDatabase>>) => Promise<T>): Promise<T> {
  const open = await createDatabase({ dataDir, migrationsDir: env.migrationsDir });
  try {
    return await work(open);
  } finally {
    await open.close();
  }
}

let trialId: string;
beforeAll(() =>
  withDatabase(async ({ client }) => {
    const { id: userId } = await client.user.create({ data: { userName: "comet" } });
    const trial = { userId, triedAt: new Date("2026-11-23T09:00:00Z"), itemCount: 1200, lossBefore: 0.5, lossAfter: 0.48, outcome: "accepted", weights: Array.from({ length: 21 }, () => 0.5) };
    trialId = (await client.parameterTrial.create({ data: trial })).id;
  }),
);

it("lists the trials and takes up a version of a learner, or the published parameters", async () => {
  const listed = await parameters();
  expect(listed).toMatchObject({ code: 0, stdout: expect.stringMatching(/^comet .*published parameters.*\n {2}2026-11-23 09:00 UTC {2}1200 items {2}log loss 0\.5000 -> 0\.4800 {2}accepted.*version 1\n$/) });
  expect((await parameters("--user", "comet", "--use", "1")).stdout).toContain("version 1 (in use)");
  const [line] = (await parameters("--json")).stdout.trim().split("\n");
  expect(JSON.parse(line!)).toMatchObject({ userName: "comet", version: 1, trials: [{ id: trialId, isInUse: true }] });
  expect((await parameters("--user", "comet", "--use", "published")).stdout).toContain("uses the published parameters");
});

it("says why under a thousand items nothing can come of it", async () => {
  expect(await parameters("--user", "comet", "--train")).toMatchObject({ code: 0, stderr: expect.stringContaining("There are 0 items; what is fitted to fewer than 1000 is tried but never used.") });
});

it("says what is missing or in the way", async () => {
  expect(await parameters("--user", "nobody")).toMatchObject({ code: 1, stderr: expect.stringContaining("There is no learner nobody.") });
  expect(await parameters("--user", "comet", "--use", "7")).toMatchObject({ code: 1, stderr: expect.stringContaining("There is no version 7.") });
  await withDatabase(async () => {
    expect(await parameters()).toMatchObject({ code: 1, stderr: expect.stringContaining("in use by the app") });
  });
});

test.each([["--train"], ["--use", "1"], ["--user", "comet", "--use", "0"], ["--user", "comet", "--train", "--use", "1"], ["--tarin"]])("explains itself when it is asked for %s %s", async (...args) => {
  expect(await parameters(...args)).toMatchObject({ code: 2, stderr: expect.stringContaining("Usage") });
});
