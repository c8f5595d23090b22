import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { requireFreeSpace } from "./disk.mjs";
import { fingerprintOf, listFiles, readStamp } from "./fingerprint.mjs";
import { showStep } from "./progress.mjs";
import { runNode } from "./run-command.mjs";

const stampFile = join(".next", "hangtian-fingerprint");
const listFile = join(".next", "hangtian-files.json");
const neededMegabytes = 300;

/** Everything that goes into the bundles; content/ is read when the server starts. */
const sources = [
  ...["app", "components", "lib", "messages", "public", "instrumentation.ts", "instrumentation-node.ts", "proxy.ts"],
  ...["next.config.mjs", "postcss.config.mjs", "tsconfig.json", "package.json", "package-lock.json", join("prisma", "schema.prisma")],
];
const generated = join("lib", "db", "generated");

/** What the server reads of a build. */
const built = ["server", "static", "BUILD_ID", "build-manifest.json", "prerender-manifest.json", "required-server-files.json", "routes-manifest.json"];

/** A build of which somebody deleted a part would fail at every start. */
function isBuildWhole() {
  return existsSync(listFile) && /** @type {string[]} */ (JSON.parse(readFileSync(listFile, "utf8"))).every((file) => existsSync(file));
}

/** @param {string} contentDir */
const checkContent = (contentDir) =>
  runNode("Checking the content", ["--conditions=react-server", "--import", "tsx", join("scripts", "check-content.ts"), contentDir]);

/**
 * Builds the app, unless the build is of these very sources. The content is checked first: it is quick, and a build is not.
 * @param {string} contentDir
 */
export async function ensureBuild(contentDir) {
  const fingerprint = `${fingerprintOf(sources, (path) => path === generated)} ${process.versions.modules}`;
  if (readStamp(stampFile) === fingerprint && isBuildWhole()) return;
  requireFreeSpace(".", neededMegabytes);
  await showStep("Checking the content", () => checkContent(contentDir));
  rmSync(stampFile, { force: true });
  const env = { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
  await showStep("Building", () => runNode("Building", [join("node_modules", "next", "dist", "bin", "next"), "build"], { env }));
  writeFileSync(listFile, JSON.stringify(listFiles(built.map((name) => join(".next", name)))));
  writeFileSync(stampFile, fingerprint);
}
