import { formatFault } from "@/lib/content/content-fault";
import { loadContent } from "@/lib/content/load-content";
import type { FactBase } from "@/lib/facts/fact-base";
import { generateBank } from "@/lib/questions/generate";
import { readBankArguments } from "./bank-arguments";
import { describeClaims } from "./bank-claims";
import { describeCoverage } from "./bank-coverage";
import { toJsonLine, toText } from "./bank-format";
import { lintSeeds } from "./bank-lint";

function fail(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}

function openBase(): FactBase {
  const loaded = loadContent("content");
  return loaded.ok ? loaded.value : fail(loaded.error.map(formatFault).join("\n"));
}

const parsed = readBankArguments(process.argv.slice(2));
const request = parsed.ok ? parsed.value : fail(parsed.error);
const base = openBase();
if (request.factId !== undefined && !base.facts.has(request.factId)) {
  fail(`There is no fact "${request.factId}". Fact ids stand in content/entities, after "id:".`);
}
// `bank | head` closes the pipe early: that is the reader's wish, not a fault.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));
if (request.lint) {
  const { text, isClean } = lintSeeds(base, request);
  process.stdout.write(text);
  if (!isClean) process.exitCode = 1;
} else if (request.claims) process.stdout.write(describeClaims(base, request));
else if (request.coverage) process.stdout.write(describeCoverage(base, request));
else for (const item of generateBank(base, request)) process.stdout.write(request.json ? toJsonLine(item) : toText(item));
