import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { seededRandom } from "@/lib/shared/random";
import { killAndCheck } from "@/tests/support/kill-run";
import { ensureBuild } from "./setup/build.mjs";

/** `kill -9` of the server twenty times (or as often as the argument says) while answers and undos come in. Exit code 1 when anything was lost. */
export async function runKillBench([count = "20"]: string[]): Promise<number> {
  const kills = Number(count);
  if (!Number.isInteger(kills) || kills < 1) {
    console.error("Please say how many kills, as a whole number from 1 on.");
    return 2;
  }
  await ensureBuild("content");
  const dataDir = mkdtempSync(join(tmpdir(), "hangtian-kill-"));
  try {
    const onKill = ({ kills: done, acknowledged }: { kills: number; acknowledged: number }) => console.log(`kill ${done} of ${kills}: ${acknowledged} answers and undos acknowledged so far`);
    const outcome = await killAndCheck({ dataDir, kills, random: seededRandom(20), onKill });
    const { acknowledged, inLog, lost, unknown, differing } = outcome;
    console.log(`${acknowledged} answers and undos acknowledged, ${inLog} in the log, ${lost.length} lost, ${unknown.length} unknown, ${differing.length} states that are not the fold of their log.`);
    return lost.length + unknown.length + differing.length === 0 && acknowledged > 0 ? 0 : 1;
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}
