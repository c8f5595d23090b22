/** Runs once before the server answers: broken content or a database that does not open stops the start instead of the first visitor. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { prepareServer } = await import("./instrumentation-node");
  await prepareServer();
}
