/** A failure that is told to the person in its own words, without a stack. */
export class SetupError extends Error {}

const noSpace = /ENOSPC|no space left on device|disk quota exceeded/i;
const lostModule = /Cannot find (module|package) '[^']*'/;
const noNetwork = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|network (request|timeout)|E40[134]|registry error/i;

/**
 * @param {string} step what was being done
 * @param {string} output all that the command said
 */
export function explainOutput(step, output) {
  if (noSpace.test(output)) return new SetupError(`${step} failed: the disk is full. Free some space and start again.`);
  if (step === "Installing packages" && noNetwork.test(output)) {
    return new SetupError(`${step} failed: the npm registry cannot be reached. Check the network, or the registry in your npm configuration, and start again.\n\n${output}`);
  }
  return new SetupError(`${step} failed:\n\n${output}`);
}

/**
 * @param {unknown} error
 * @returns {string} what to print
 */
export function describeFailure(error) {
  if (!(error instanceof Error)) return String(error);
  const text = `${error.message} ${/** @type {NodeJS.ErrnoException} */ (error).code ?? ""}`;
  if (noSpace.test(text)) return "The disk is full. Free some space and start again.";
  const missing = lostModule.exec(text)?.[0];
  if (missing && text.includes("node_modules")) return `A part of the app is missing: ${missing}. Delete the folders node_modules and .next, and start again.`;
  if (error instanceof SetupError || error.name === "DataFolderInUseError" || error.message.startsWith("The ")) return error.message;
  return error.stack ?? error.message;
}
