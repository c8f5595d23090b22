// Only what every Node understands stands here, so that an old one gets a sentence instead of a syntax error.
import { findNodeFault } from "./setup/node-version.mjs";

const fault = findNodeFault(process.versions.node);
if (fault) {
  console.error(fault);
  process.exit(1);
}
const { runTests } = await import("./setup/run-tests.mjs");
process.exit(await runTests(process.argv.slice(2)));
