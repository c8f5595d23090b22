import { parseArgs } from "node:util";
import { findLearnerId, listTrials } from "@/lib/data/all-trials";
import { chooseParameters, memoryReport } from "@/lib/data/parameters";
import { tryOwnParameters } from "@/lib/data/try-parameters";
import { training } from "@/lib/scheduling/constants";
import { onDatabase } from "./on-database";
import { learnerToText } from "./parameters-format";

const usage = "Usage: npm run -s parameters [-- [--user name-or-id [--train | --use version | --use published]] [--json]]";

const options = {
  user: { type: "string" },
  train: { type: "boolean", default: false },
  use: { type: "string" },
  json: { type: "boolean", default: false },
} as const;

function readArguments(args: string[]) {
  try {
    const { values } = parseArgs({ args, options, strict: true });
    const isAlone = !(values.train && values.use !== undefined);
    const isNamed = values.user !== undefined || !(values.train || values.use !== undefined);
    const isVersion = values.use === undefined || /^(published|[1-9]\d{0,5})$/.test(values.use);
    return isAlone && isNamed && isVersion ? values : null;
  } catch {
    return null;
  }
}

async function train(userId: string): Promise<void> {
  const { itemCount } = await memoryReport({ userId });
  if (itemCount < training.fewestItems) console.error(`There are ${itemCount} items; what is fitted to fewer than ${training.fewestItems} is tried but never used.`);
  if (!(await tryOwnParameters({ userId }, new Date()))) console.error("Nothing was tried: there are too few answers to judge by.");
}

/** False when there is no such version. */
async function takeUp(userId: string, wanted: string): Promise<boolean> {
  const { trials } = await memoryReport({ userId });
  const trial = trials.find(({ version }) => String(version) === wanted);
  if (wanted !== "published" && !trial) return false;
  await chooseParameters({ userId }, trial?.id ?? null);
  return true;
}

type Given = NonNullable<ReturnType<typeof readArguments>>;

async function run(given: Given): Promise<number> {
  const userId = given.user === undefined ? undefined : await findLearnerId(given.user);
  if (userId === null) {
    console.error(`There is no learner ${given.user}.`);
    return 1;
  }
  if (userId !== undefined && given.train) await train(userId);
  if (userId !== undefined && given.use !== undefined && !(await takeUp(userId, given.use))) {
    console.error(`There is no version ${given.use}.`);
    return 1;
  }
  const learners = await listTrials(userId);
  for (const learner of learners) console.log(given.json ? JSON.stringify(learner) : learnerToText(learner));
  if (learners.length === 0 && !given.json) console.log("No parameters of anybody's own have been tried.");
  return 0;
}

/** `npm run -s parameters`: which parameters of learners' own were tried, why they were or were not accepted, and which are in use. */
async function main(args: string[]): Promise<number> {
  const given = readArguments(args);
  if (!given) {
    console.error(usage);
    return 2;
  }
  return onDatabase(() => run(given));
}

process.exitCode = await main(process.argv.slice(2));
