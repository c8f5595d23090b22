import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { PGlite } from "@electric-sql/pglite";
import { Pool } from "pg";
import type { TestProject } from "vitest/node";
import { openInMemory } from "@/lib/db/embedded";
import { migrateEmbedded, migrateServer } from "@/lib/db/migrate";
import { readMigrations } from "@/lib/db/migration-files";
import { env } from "@/lib/env";
import { findServerBinaries, startTestServer } from "./database-server";

/** What the test files build their databases from: dumps of an embedded one, empty and migrated, and a server with a migrated template (or none). */
export type TestDatabases = { emptyDump: string; embeddedDump: string; serverUrl: string | null };

declare module "vitest" {
  interface ProvidedContext {
    databases: TestDatabases;
  }
}

export const templateName = "hangtian_template";

export const urlOf = (serverUrl: string, database: string) => {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
};

async function dumpTo(file: string, pg: PGlite): Promise<string> {
  writeFileSync(file, Buffer.from(await (await pg.dumpDataDir("none")).arrayBuffer()));
  return file;
}

/** Initialising takes seconds, loading a dump does not. */
async function dumpEmbedded(folder: string): Promise<Pick<TestDatabases, "emptyDump" | "embeddedDump">> {
  const pg = await openInMemory();
  const emptyDump = await dumpTo(join(folder, "empty.tar"), pg);
  await migrateEmbedded(pg, readMigrations(env.migrationsDir));
  const embeddedDump = await dumpTo(join(folder, "embedded.tar"), pg);
  await pg.close();
  return { emptyDump, embeddedDump };
}

async function makeServerTemplate(serverUrl: string): Promise<void> {
  const pool = new Pool({ connectionString: serverUrl, max: 1 });
  await pool.query(`CREATE DATABASE ${templateName}`);
  await pool.end();
  await migrateServer(urlOf(serverUrl, templateName), readMigrations(env.migrationsDir));
}

/** Vitest's global set-up: initialising and migrating once for all files. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), "hangtian-databases-"));
  const binaries = findServerBinaries();
  const [dumps, server] = await Promise.all([dumpEmbedded(folder), binaries ? startTestServer(binaries) : null]);
  if (server) await makeServerTemplate(server.url);
  console.log(server ? "Database tests run on the embedded database and on a Postgres server." : "Database tests run on the embedded database only: no Postgres server is installed (Debian: apt-get install postgresql).");
  project.provide("databases", { ...dumps, serverUrl: server?.url ?? null });
  return async () => {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
