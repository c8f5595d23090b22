import { execFileSync, spawn } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createDatabase } from "@/lib/db/database";
import { lockDataFolder, lockFileOf, readLockHolder, readProcessStart } from "@/lib/db/data-folder-lock.mjs";
import { env } from "@/lib/env";
import { workInDataFolder } from "@/scripts/setup/data-folder.mjs";
import { ensureSecret } from "@/scripts/setup/secret.mjs";

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "hangtian-data-"));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

const writeLock = (holder: { pid: number; startedAt: string | null }) => writeFileSync(lockFileOf(dataDir), JSON.stringify(holder));

describe("The lock of the data folder", () => {
  it("refuses a second process and names the first", () => {
    const child = spawn(process.execPath, ["--eval", "process.stdin.resume()"], { stdio: ["pipe", "ignore", "ignore"] });
    writeLock({ pid: child.pid!, startedAt: readProcessStart(child.pid!) });
    expect(() => lockDataFolder(dataDir)).toThrow(`is in use by the app with process id ${child.pid}; stop it first`);
    child.kill("SIGKILL");
  });

  it("is taken over from a process that was killed", () => {
    const killed = Number(execFileSync(process.execPath, ["--print", "process.pid"]).toString());
    writeLock({ pid: killed, startedAt: null });
    lockDataFolder(dataDir);
    expect(readLockHolder(dataDir)?.pid).toBe(process.pid);
  });

  it.runIf(process.platform === "linux")("is taken over when the process id belongs to another program by now", () => {
    writeLock({ pid: process.ppid, startedAt: "an-earlier-boot:1" });
    lockDataFolder(dataDir);
    expect(readLockHolder(dataDir)?.pid).toBe(process.pid);
  });

  it("is taken over when its file is broken", () => {
    writeFileSync(lockFileOf(dataDir), "{");
    lockDataFolder(dataDir);
    expect(readLockHolder(dataDir)?.pid).toBe(process.pid);
  });

  it("can be taken twice by one process, and is gone when it is given back", () => {
    lockDataFolder(dataDir);
    const release = lockDataFolder(dataDir);
    release();
    expect(existsSync(lockFileOf(dataDir))).toBe(false);
  });

  it("keeps a database from being opened twice", async () => {
    writeLock({ pid: process.ppid, startedAt: readProcessStart(process.ppid) });
    await expect(createDatabase({ dataDir, migrationsDir: env.migrationsDir })).rejects.toThrow("stop it first");
    expect(existsSync(join(dataDir, "postgres"))).toBe(false);
  });
});

describe("The secret", () => {
  const modeOf = (path: string) => statSync(path).mode & 0o777;

  it("is made once, long enough, and readable by its owner alone", () => {
    const folder = join(dataDir, "new");
    const secret = workInDataFolder(folder, () => ensureSecret(folder));
    expect(secret).toMatch(/^[\w-]{43}$/);
    expect(ensureSecret(folder)).toBe(secret);
    expect([modeOf(folder), modeOf(join(folder, "secret"))]).toEqual([0o700, 0o600]);
  });

  it("is closed to others again when somebody opened it", () => {
    ensureSecret(dataDir);
    chmodSync(join(dataDir, "secret"), 0o644);
    chmodSync(dataDir, 0o755);
    ensureSecret(dataDir);
    expect([modeOf(dataDir), modeOf(join(dataDir, "secret"))]).toEqual([0o700, 0o600]);
  });

  it("is refused when it is too short to be one", () => {
    writeFileSync(join(dataDir, "secret"), "abc\n");
    expect(() => ensureSecret(dataDir)).toThrow("too short");
    expect(readFileSync(join(dataDir, "secret"), "utf8")).toBe("abc\n");
  });
});

describe("A data folder that cannot be used", () => {
  it("is said to be a file, or below one", () => {
    const file = join(dataDir, "file");
    writeFileSync(file, "");
    expect(() => workInDataFolder(file, () => ensureSecret(file))).toThrow(`The data folder ${file} cannot be used: it is a file.`);
    expect(() => workInDataFolder(join(file, "below"), () => ensureSecret(file))).toThrow("a part of its path is a file");
  });

  it("does not hide what is wrong with something else", () => {
    const full = Object.assign(new Error("no space"), { code: "ENOSPC" });
    expect(() => workInDataFolder(dataDir, () => { throw full; })).toThrow(full);
  });
});

describe("The embedded database", () => {
  it("syncs its log to the disk, and is as it was after closing", async () => {
    const first = await createDatabase({ dataDir, migrationsDir: env.migrationsDir });
    expect(first.migrated.length).toBeGreaterThan(0);
    expect(await first.client.$queryRaw`SELECT current_setting('fsync') AS "fsync", current_setting('wal_sync_method') AS "method"`).toEqual([{ fsync: "on", method: "fsync" }]);
    const { id } = await first.client.user.create({ data: { userName: "learner" } });
    await first.close();
    expect(readLockHolder(dataDir)).toBeNull();

    const second = await createDatabase({ dataDir, migrationsDir: env.migrationsDir });
    expect(second.migrated).toEqual([]);
    expect(await second.client.user.findUnique({ where: { userName: "learner" } })).toMatchObject({ id });
    await second.close();
  });

  it("is made anew when its making was cut off", async () => {
    mkdirSync(join(dataDir, "postgres.unfinished"));
    writeFileSync(join(dataDir, "postgres.unfinished", "PG_VERSION"), "17\n");
    const database = await createDatabase({ dataDir, migrationsDir: env.migrationsDir });
    expect(await database.client.user.count()).toBe(0);
    await database.close();
  });
});
