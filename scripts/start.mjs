// Only what every Node understands stands here, so that an old one gets a sentence instead of a syntax error.
import { findNodeFault } from "./setup/node-version.mjs";

const fault = findNodeFault(process.versions.node);
if (fault) {
  console.error(fault);
  process.exit(1);
}
const { startApp } = await import("./setup/start-app.mjs");
const options = process.argv.slice(2);
await startApp({ isDevelopment: options.includes("--dev"), isPrepared: options.includes("--prepared") });
