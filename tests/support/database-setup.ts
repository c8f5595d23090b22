import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Pool } from "pg";
import type { TestProject } from "vitest/node";
import { openInMemory } from "@/lib/db/embedded";
import { migrateEmbedded, migrateServer } from "@/lib/db/migrate";
import { readMigrations } from "@/lib/db/migration-files";
import { env } from "@/lib/env";
import { findServerBinaries, startTestServer } from "./database-server";

/** What the test files build their databases from: a dump of a migrated embedded one, and a server with a migrated template (or none). */
export type TestDatabases = { embeddedDump: string; serverUrl: string | null };

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

async function dumpMigratedEmbedded(folder: string): Promise<string> {
  const pg = await openInMemory();
  await migrateEmbedded(pg, readMigrations(env.migrationsDir));
  const file = join(folder, "embedded.tar");
  writeFileSync(file, Buffer.from(await (await pg.dumpDataDir("none")).arrayBuffer()));
  await pg.close();
  return file;
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
  const [embeddedDump, server] = await Promise.all([dumpMigratedEmbedded(folder), binaries ? startTestServer(binaries) : null]);
  if (server) await makeServerTemplate(server.url);
  console.log(server ? "Database tests run on the embedded database and on a Postgres server." : "Database tests run on the embedded database only: no Postgres server is installed (Debian: apt-get install postgresql).");
  project.provide("databases", { embeddedDump, serverUrl: server?.url ?? null });
  return async () => {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
