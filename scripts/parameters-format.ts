import type { LearnerTrials } from "@/lib/data/all-trials";
import type { TrialLine } from "@/lib/data/parameters";
import { training } from "@/lib/scheduling/constants";

const outcomes: Record<TrialLine["outcome"], string> = {
  accepted: "accepted: later answers were foretold better",
  "not-better": `not used: later answers were not foretold better by more than ${training.leastGain}`,
  "too-few": `not used: under ${training.fewestItems} items parameters of one's own are as often worse as better`,
  unusable: "not used: the fitting gave no usable numbers",
  unavailable: "not tried: @open-spaced-repetition/binding has no build for this platform; tried again after a day",
};

const loss = (value: number | null) => (value === null ? "-" : value.toFixed(4));

/** A trial as one line. */
export function trialToText({ triedAt, itemCount, lossBefore, lossAfter, outcome, version, isInUse }: TrialLine): string {
  const name = version === null ? "" : `, version ${version}${isInUse ? " (in use)" : ""}`;
  return `${triedAt.toISOString().slice(0, 16).replace("T", " ")} UTC  ${itemCount} items  log loss ${loss(lossBefore)} -> ${loss(lossAfter)}  ${outcomes[outcome]}${name}`;
}

/** A learner with their trials, as lines. */
export function learnerToText({ userId, userName, version, itemCount, nextTrialAt, trials }: LearnerTrials): string {
  const inUse = version === null ? "the published parameters" : `version ${version} of their own`;
  return [
    `${userName ?? "guest"} ${userId}: uses ${inUse}; ${itemCount} items, tried next at ${nextTrialAt}`,
    ...trials.map((trial) => `  ${trialToText(trial)}`),
  ].join("\n");
}
