import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

export type TestServer = { url: string; stop(): Promise<void> };

const debianFolder = "/usr/lib/postgresql";

/** The newest server whose binaries Debian's packages installed; null without one. */
export function findServerBinaries(): string | null {
  if (!existsSync(debianFolder)) return null;
  const versions = readdirSync(debianFolder).sort((a, b) => Number(b) - Number(a));
  return versions.map((version) => join(debianFolder, version, "bin")).find((folder) => existsSync(join(folder, "initdb"))) ?? null;
}

/** Postgres refuses to run as root, so it runs as the user that Debian's package made for it. */
function asServerUser(command: string, args: string[]): [string, string[]] {
  return process.getuid?.() === 0 ? ["runuser", ["-u", "postgres", "--", command, ...args]] : [command, args];
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

const run = (command: string, args: string[]) => execFileSync(...asServerUser(command, args), { stdio: "pipe", cwd: tmpdir() });

function isReady(binaries: string, port: number): boolean {
  try {
    run(join(binaries, "pg_isready"), ["-h", "127.0.0.1", "-p", String(port), "-q"]);
    return true;
  } catch {
    return false;
  }
}

async function untilReady(binaries: string, port: number, server: ChildProcess): Promise<void> {
  while (!isReady(binaries, port)) {
    if (server.exitCode !== null) throw new Error("The Postgres for the tests stopped while it was starting.");
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** What only a crash would need. */
const careless = ["fsync=off", "synchronous_commit=off", "full_page_writes=off"];

/** Starts a Postgres of the tests' own in a temporary folder. What it says is written is on the disk only if it shall be `kept`, as wherever learners are. */
export async function startTestServer(binaries: string, care: "kept" | "careless" = "careless"): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), "hangtian-postgres-"));
  if (process.getuid?.() === 0) {
    const idOf = (flag: string) => Number(execFileSync("id", [flag, "postgres"]).toString());
    chownSync(folder, idOf("-u"), idOf("-g"));
  }
  const data = join(folder, "data");
  run(join(binaries, "initdb"), ["-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"]);
  const port = await freePort();
  const settings = [...(care === "kept" ? [] : careless), "listen_addresses=127.0.0.1", `unix_socket_directories=${folder}`, "max_connections=100"];
  const [command, args] = asServerUser(join(binaries, "postgres"), ["-D", data, "-p", String(port), ...settings.flatMap((setting) => ["-c", setting])]);
  const server = spawn(command, args, { stdio: "ignore", cwd: tmpdir() });
  await untilReady(binaries, port, server);
  const stop = async () => {
    const ended = new Promise((resolve) => server.once("exit", resolve));
    run(join(binaries, "pg_ctl"), ["-D", data, "-m", "immediate", "stop"]);
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  return { url: `postgres://postgres@127.0.0.1:${port}/postgres`, stop };
}
