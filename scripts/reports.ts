import { parseArgs } from "node:util";
import { closeReport, listOpenReports } from "@/lib/data/reports";
import { DataFolderInUseError } from "@/lib/db/data-folder-lock.mjs";
import { closeDatabase } from "@/lib/db/database";
import { reportToText } from "./report-format";

const usage = "Usage: npm run -s reports -- [--limit n] [--fact id] [--json] [--close report-id]";

const options = {
  limit: { type: "string", default: "50" },
  fact: { type: "string" },
  json: { type: "boolean", default: false },
  close: { type: "string" },
} as const;

function readArguments(args: string[]) {
  try {
    const { values } = parseArgs({ args, options, strict: true });
    const isUuid = values.close === undefined || /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(values.close);
    return /^[1-9]\d{0,5}$/.test(values.limit) && isUuid ? values : null;
  } catch {
    return null;
  }
}

async function list({ limit, fact, json }: { limit: string; fact?: string; json: boolean }): Promise<number> {
  const reports = await listOpenReports({ limit: Number(limit), ...(fact !== undefined && { factId: fact }) });
  for (const report of reports) console.log(json ? JSON.stringify(report) : reportToText(report));
  if (!json) console.log(reports.length === 0 ? "No open reports." : `${reports.length} open ${reports.length === 1 ? "report" : "reports"}.`);
  return 0;
}

async function close(id: string): Promise<number> {
  const isClosed = await closeReport(id, new Date());
  console.log(isClosed ? "Closed." : `There is no open report ${id}.`);
  return isClosed ? 0 : 1;
}

/** `npm run -s reports`: the questions that learners reported, newest first. */
async function main(args: string[]): Promise<number> {
  const given = readArguments(args);
  if (!given) {
    console.error(usage);
    return 2;
  }
  try {
    return await (given.close === undefined ? list(given) : close(given.close));
  } catch (error) {
    // The embedded database belongs to one process: the message says which, and what to do.
    if (!(error instanceof DataFolderInUseError)) throw error;
    console.error(error.message);
    return 1;
  } finally {
    await closeDatabase();
  }
}

process.exitCode = await main(process.argv.slice(2));
