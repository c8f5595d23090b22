import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { seededRandom } from "@/lib/shared/random";
import { killAndCheck } from "@/tests/support/kill-run";

const dataDir = mkdtempSync(join(tmpdir(), "hangtian-kill-"));

afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

it("keeps every acknowledged answer exactly once, and the fold equal to the stored state, over three kills", async () => {
  const outcome = await killAndCheck({ dataDir, kills: 3, random: seededRandom(3) });
  expect(outcome.acknowledged).toBeGreaterThan(0);
  expect(outcome).toMatchObject({ kills: 3, lost: [], unknown: [], differing: [] });
}, 600_000);
