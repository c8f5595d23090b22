import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readLockHolder } from "@/lib/db/data-folder-lock.mjs";
import { requireFreeSpace } from "@/scripts/setup/disk.mjs";
import { findNodeFault } from "@/scripts/setup/node-version.mjs";
import { readPort } from "@/scripts/setup/port.mjs";
import { describeFailure, explainOutput } from "@/scripts/setup/setup-error.mjs";
import { runStartScript, startServer } from "@/tests/support/server";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "hangtian-start-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const askHealth = async (url: string) => (await fetch(`${url}/api/health`)).json();

describe("The version of Node", () => {
  it.each(["20.19.0", "20.20.2", "22.0.0", "24.1.0"])("%s is new enough", (version) => {
    expect(findNodeFault(version)).toBeNull();
  });

  it.each(["20.18.3", "18.20.0", "9.1.0"])("%s is refused with what to install", (version) => {
    expect(findNodeFault(version)).toBe(`Hangtian needs Node 20.19 or newer, and this is Node ${version}. Install a newer one from nodejs.org and start again.`);
  });
});

describe("What stops the start is said in words", () => {
  it.each([
    ["ENOSPC: no space left on device, write", "the disk is full"],
    ["request to the registry failed, reason: getaddrinfo ENOTFOUND", "the npm registry cannot be reached"],
    ["something else", "something else"],
  ])("when installing says %s", (output, words) => {
    expect(describeFailure(explainOutput("Installing packages", output))).toContain(words);
  });

  it("when the disk fills up anywhere else", () => {
    expect(describeFailure(Object.assign(new Error("write failed"), { code: "ENOSPC" }))).toBe("The disk is full. Free some space and start again.");
  });

  it("when there is less space than the next step needs", () => {
    expect(() => requireFreeSpace(folder, 1e9)).toThrow(/1000000000 MB are needed and \d+ MB are free/);
  });

  it("when PORT is no port", () => {
    expect(() => readPort("http")).toThrow('PORT is "http", and must be a number');
    expect(readPort(undefined)).toBe(3000);
  });

  it("when another program has the port", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => other.once("listening", resolve));
    const { port } = other.address() as AddressInfo;
    const started = await runStartScript({ dataDir: join(folder, "port"), port }, ["--prepared"]);
    other.close();
    expect(started).toMatchObject({ exitCode: 1, output: expect.stringContaining(`Port ${port} is taken by another program.`) });
  });

  it("when the content is broken, with file and line", async () => {
    const contentDir = join(folder, "content");
    cpSync("content", contentDir, { recursive: true });
    const units = join(contentDir, "units.yaml");
    const before = readFileSync(units, "utf8");
    writeFileSync(units, `${before}\nbroken: [\n`);
    const started = await runStartScript({ dataDir: join(folder, "broken"), environment: { HANGTIAN_CONTENT_DIR: contentDir } }, ["--prepared"]);
    expect(started).toMatchObject({ exitCode: 1, output: expect.stringMatching(/units\.yaml:\d+/) });
    expect(readLockHolder(join(folder, "broken"))).toBeNull();
  });

  it.each([
    [{ NEXTAUTH_SECRET: "short" }, "NEXTAUTH_SECRET must have at least 32 characters"],
    [{ DATABASE_URL: "mysql://localhost/app" }, "DATABASE_URL must begin with postgres://"],
  ])("when the environment is wrong: %o", async (environment, words) => {
    const started = await runStartScript({ dataDir: join(folder, "environment"), environment }, ["--prepared"]);
    expect(started).toMatchObject({ exitCode: 1, output: `The environment variable ${words}.\n` });
  });

  it("when a package was deleted in part", () => {
    const error = Object.assign(new Error("Cannot find module '/app/node_modules/next/dist/server/next.js'"), { code: "ERR_MODULE_NOT_FOUND" });
    expect(describeFailure(error)).toMatch(/^A part of the app is missing: .*next\.js'\. Delete the folders node_modules and \.next/);
  });

  it("when the database server does not answer", async () => {
    const environment = { DATABASE_URL: "postgres://nobody@127.0.0.1:1/nothing" };
    const started = await runStartScript({ dataDir: join(folder, "server"), environment }, ["--prepared"]);
    expect(started).toMatchObject({ exitCode: 1, output: expect.stringContaining("The database server in DATABASE_URL cannot be used") });
  });
});

describe("A running app", () => {
  const dataDir = () => join(folder, "running");

  it("answers when it says that it is ready, keeps others out, and stops cleanly", async () => {
    const app = await startServer({ dataDir: dataDir() });
    expect(await askHealth(app.url)).toMatchObject({ ok: true });
    const second = await runStartScript({ dataDir: dataDir() }, ["--prepared"]);
    expect(second).toMatchObject({ exitCode: 1, output: expect.stringContaining(`is in use by the app with process id ${app.pid}; stop it first`) });
    expect(await app.end("SIGTERM")).toBe(0);
    expect(readLockHolder(dataDir())).toBeNull();
  });

  it("starts again by itself after it was killed, also with a connection open", async () => {
    const app = await startServer({ dataDir: dataDir() });
    await askHealth(app.url);
    expect(await app.end("SIGKILL")).toBeNull();
    const again = await startServer({ dataDir: dataDir() });
    expect(await askHealth(again.url)).toMatchObject({ ok: true });
    expect(await again.end("SIGINT"), again.output()).toBe(0);
  });
});
