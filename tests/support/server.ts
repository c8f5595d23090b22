import { spawn } from "node:child_process";
import { join } from "node:path";

export type ServerOptions = {
  dataDir: string;
  /** 0 takes any free port. */
  port?: number;
  /** Further variables of the environment, such as DATABASE_URL. */
  environment?: Record<string, string>;
};

export type AppServer = {
  url: string;
  pid: number;
  /** Sends the signal and waits for the end; the exit code is null after a signal that cannot be caught. */
  end(signal: "SIGKILL" | "SIGTERM" | "SIGINT"): Promise<number | null>;
  output(): string;
};

export type FailedStart = { exitCode: number | null; output: string };

const projectDir = join(import.meta.dirname, "..", "..");
const readyLine = /is ready at (http:\S+)/;

/** Runs the start script in a process of its own until it either answers or ends. */
export function runStartScript({ dataDir, port = 0, environment = {} }: ServerOptions, args: string[]): Promise<AppServer | FailedStart> {
  const env = { ...process.env, HOST: "127.0.0.1", PORT: String(port), HANGTIAN_DATA_DIR: dataDir, ...environment };
  const child = spawn(process.execPath, [join("scripts", "start.mjs"), ...args], { cwd: projectDir, env, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  const end = (signal: NodeJS.Signals) => {
    child.kill(signal);
    return ended;
  };
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    void ended.then((exitCode) => resolve({ exitCode, output }));
    const listen = (chunk: Buffer) => {
      output += chunk.toString();
      const url = readyLine.exec(output)?.[1];
      if (url && child.pid) resolve({ url, pid: child.pid, end, output: () => output });
    };
    child.stdout.on("data", listen);
    child.stderr.on("data", listen);
  });
}

/** Serves the build that is there (`npm test` makes it first) from the given data folder; ends with an error when it does not start. */
export async function startServer(options: ServerOptions): Promise<AppServer> {
  const started = await runStartScript(options, ["--prepared"]);
  if ("url" in started) return started;
  throw new Error(`The app did not start (exit code ${started.exitCode}):\n${started.output}`);
}
