import { loadContent } from "@/lib/content/load-content";
import { gradeLines } from "./grade-lines";

const loaded = loadContent("content");
if (!loaded.ok) {
  process.stderr.write(`The facts cannot be read; "npm run -s check-content" tells what to mend.\n`);
  process.exit(2);
}

// A reader that has seen enough (head) closes the pipe; that is no fault of ours.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));

for await (const line of gradeLines(loaded.value, process.stdin)) {
  if ("error" in line) process.exitCode = 1;
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
