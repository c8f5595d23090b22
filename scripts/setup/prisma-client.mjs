import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fingerprintOf, readStamp } from "./fingerprint.mjs";
import { showStep } from "./progress.mjs";
import { runNode } from "./run-command.mjs";

const stampFile = join("lib", "db", "generated", ".fingerprint");

/** Prisma wants to download an engine that generating does not use; a program that does nothing stands in for it. */
function writeEngineStandIn() {
  const isWindows = process.platform === "win32";
  const file = resolve("node_modules", ".hangtian", isWindows ? "engine.cmd" : "engine.sh");
  mkdirSync(join("node_modules", ".hangtian"), { recursive: true });
  writeFileSync(file, isWindows ? "@exit /b 0\r\n" : "#!/bin/sh\nexit 0\n");
  chmodSync(file, 0o755);
  return file;
}

/** Generates the database client from the schema, unless it is there for this schema and this version of Prisma. */
export async function ensurePrismaClient() {
  const fingerprint = fingerprintOf([join("prisma", "schema.prisma"), join("node_modules", "prisma", "package.json")]);
  if (readStamp(stampFile) === fingerprint) return;
  const env = { PRISMA_SCHEMA_ENGINE_BINARY: writeEngineStandIn(), PRISMA_HIDE_UPDATE_MESSAGE: "1", CHECKPOINT_DISABLE: "1" };
  await showStep("Generating the database client", () => runNode("Generating the database client", [join("node_modules", "prisma", "build", "index.js"), "generate"], { env }));
  writeFileSync(stampFile, fingerprint);
}
