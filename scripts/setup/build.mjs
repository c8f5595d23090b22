import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { requireFreeSpace } from "./disk.mjs";
import { fingerprintOf, readStamp } from "./fingerprint.mjs";
import { showStep } from "./progress.mjs";
import { runNode } from "./run-command.mjs";

const stampFile = join(".next", "hangtian-fingerprint");
const neededMegabytes = 300;

/** Everything that goes into the bundles; content/ is read when the server starts. */
const sources = [
  ...["app", "components", "lib", "messages", "public", "instrumentation.ts", "instrumentation-node.ts", "proxy.ts"],
  ...["next.config.mjs", "postcss.config.mjs", "tsconfig.json", "package.json", "package-lock.json", join("prisma", "schema.prisma")],
];
const generated = join("lib", "db", "generated");

/** @param {string} contentDir */
const checkContent = (contentDir) =>
  runNode("Checking the content", ["--conditions=react-server", "--import", "tsx", join("scripts", "check-content.ts"), contentDir]);

/**
 * Builds the app, unless the build is of these very sources. The content is checked first: it is quick, and a build is not.
 * @param {string} contentDir
 */
export async function ensureBuild(contentDir) {
  const fingerprint = `${fingerprintOf(sources, (path) => path === generated)} ${process.versions.modules}`;
  if (readStamp(stampFile) === fingerprint) return;
  requireFreeSpace(".", neededMegabytes);
  await showStep("Checking the content", () => checkContent(contentDir));
  rmSync(stampFile, { force: true });
  const env = { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
  await showStep("Building", () => runNode("Building", [join("node_modules", "next", "dist", "bin", "next"), "build"], { env }));
  writeFileSync(stampFile, fingerprint);
}
