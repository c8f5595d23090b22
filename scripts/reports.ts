import { parseArgs } from "node:util";
import { clearQuestion, listQuarantined } from "@/lib/data/question-health";
import { closeReport, listOpenReports } from "@/lib/data/reports";
import { onDatabase } from "./on-database";
import { quarantineToText, reportToText } from "./report-format";

const usage = "Usage: npm run -s reports -- [--limit n] [--fact id] [--json] [--close report-id] [--clear question-id]";

const options = {
  limit: { type: "string", default: "50" },
  fact: { type: "string" },
  json: { type: "boolean", default: false },
  close: { type: "string" },
  clear: { type: "string" },
} as const;

function readArguments(args: string[]) {
  try {
    const { values } = parseArgs({ args, options, strict: true });
    const isUuid = values.close === undefined || /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(values.close);
    const isOneThing = values.close === undefined || values.clear === undefined;
    return /^[1-9]\d{0,5}$/.test(values.limit) && isUuid && isOneThing ? values : null;
  } catch {
    return null;
  }
}

type Listed = { limit: string; fact?: string; json: boolean };

const count = (number: number, one: string, many: string) => `${number === 0 ? "No" : number} ${number === 1 ? one : many}.`;

async function list({ limit, fact, json }: Listed): Promise<number> {
  const which = { limit: Number(limit), ...(fact !== undefined && { factId: fact }) };
  const reports = await listOpenReports(which);
  const quarantined = await listQuarantined(which);
  for (const report of reports) console.log(json ? JSON.stringify(report) : reportToText(report));
  for (const question of quarantined) console.log(json ? JSON.stringify(question) : quarantineToText(question));
  if (json) return 0;
  console.log(count(reports.length, "open report", "open reports"));
  console.log(count(quarantined.length, "question put aside", "questions put aside"));
  return 0;
}

async function clear(itemId: string): Promise<number> {
  const isCleared = await clearQuestion(itemId, new Date());
  console.log(isCleared ? "It is asked again." : `The question ${itemId} is not put aside.`);
  return isCleared ? 0 : 1;
}

async function close(id: string): Promise<number> {
  const isClosed = await closeReport(id, new Date());
  console.log(isClosed ? "Closed." : `There is no open report ${id}.`);
  return isClosed ? 0 : 1;
}

/** `npm run -s reports`: the questions that learners reported, newest first, and those that are put aside because they are answered wrongly too often. */
async function main(args: string[]): Promise<number> {
  const given = readArguments(args);
  if (!given) {
    console.error(usage);
    return 2;
  }
  return onDatabase(() => {
    if (given.clear !== undefined) return clear(given.clear);
    return given.close === undefined ? list(given) : close(given.close);
  });
}

process.exitCode = await main(process.argv.slice(2));
