import crypto, { createHash, type RandomUUIDOptions } from "node:crypto";
import { syncBuiltinESMExports } from "node:module";
import { relative } from "node:path";
import { beforeEach, expect } from "vitest";

/**
 * Which questions a learner is dealt hangs on the ids of the learner and of what was asked before, and a paper on a seed that is drawn. Here both come from the
 * test's own name, so that a test passes always or never. Another seed finds what hangs on chance: `HANGTIAN_TEST_SEED=2 npm test -- integration`.
 */
const seed = process.env.HANGTIAN_TEST_SEED ?? "1";

let stream = "";
let drawn = 0;

function begin(name: string): void {
  stream = `${seed} ${name}`;
  drawn = 0;
}

const nextBytes = () => createHash("sha256").update(`${stream} ${drawn++}`).digest();

function seededUuid(): crypto.UUID {
  const bytes = nextBytes().subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

crypto.randomUUID = (_options?: RandomUUIDOptions) => seededUuid();
globalThis.crypto.randomUUID = seededUuid;
// Whoever imported it by its name gets this one too.
crypto.randomInt = ((most: number) => nextBytes().readUIntBE(0, 6) % most) as typeof crypto.randomInt;
syncBuiltinESMExports();

// Told from the project's folder, so that every checkout has the same.
const file = relative(process.cwd(), expect.getState().testPath ?? "");
begin(file);
// A second try meets what the first one left in the database, so it has other ids.
beforeEach(({ task }) => begin(`${file} ${expect.getState().currentTestName} ${task.result?.retryCount ?? 0}`));
