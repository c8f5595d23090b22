import { createReadStream } from "node:fs";
import { memoryHelp, readMemoryArguments } from "./memory-arguments";
import { memoryLines } from "./memory-lines";

function fail(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}

const parsed = readMemoryArguments(process.argv.slice(2));
const request = parsed.ok ? parsed.value : fail(parsed.error);
if (request.isHelp) {
  process.stdout.write(memoryHelp);
  process.exit(0);
}

// A reader that has seen enough (head) closes the pipe; that is no fault of ours.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));

const input = request.file === undefined ? process.stdin : createReadStream(request.file);
input.on("error", (error: Error) => fail(`The log cannot be read: ${error.message}`));

for await (const line of memoryLines(request, input)) {
  if ("error" in line) process.exitCode = 1;
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
