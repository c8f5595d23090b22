import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaPGlite } from "pglite-prisma-adapter";
import { env } from "@/lib/env";
import { lockDataFolder } from "./data-folder-lock.mjs";
import { openEmbedded } from "./embedded";
import { PrismaClient } from "./generated/client";
import { migrateEmbedded, migrateServer } from "./migrate";
import { readMigrations } from "./migration-files";

export type Database = PrismaClient;
export type OpenDatabase = { client: Database; migrated: string[]; close(): Promise<void> };

export type DatabaseOptions = { dataDir: string; migrationsDir: string } | { url: string; migrationsDir: string };

/** The pool ignores Prisma's URL parameters. Ten for each instance leaves room for several under Postgres' usual hundred. */
const serverConnections = 10;

/** PGlite has one connection, so transactions wait for each other: longer than Prisma's two seconds when many people answer at once. */
const transactionOptions = { maxWait: 10_000, timeout: 20_000 };

/** Opens a database, brought up to date: a server by its URL, or the embedded one in a data folder that nobody else has open. */
export function createDatabase(options: DatabaseOptions): Promise<OpenDatabase> {
  return "url" in options ? createRemote(options.url, options.migrationsDir) : createEmbedded(options.dataDir, options.migrationsDir);
}

async function createRemote(url: string, migrationsDir: string): Promise<OpenDatabase> {
  const migrated = await migrateServer(url, readMigrations(migrationsDir));
  const client = new PrismaClient({ adapter: new PrismaPg({ connectionString: url, max: serverConnections }), transactionOptions });
  return { client, migrated, close: () => client.$disconnect() };
}

async function createEmbedded(dataDir: string, migrationsDir: string): Promise<OpenDatabase> {
  const unlock = lockDataFolder(dataDir);
  try {
    const pg = await openEmbedded(dataDir);
    const migrated = await migrateEmbedded(pg, readMigrations(migrationsDir));
    const client = new PrismaClient({ adapter: new PrismaPGlite(pg), transactionOptions });
    const close = async () => {
      await client.$disconnect();
      await pg.close();
      unlock();
    };
    return { client, migrated, close };
  } catch (error) {
    unlock();
    throw error;
  }
}

/** One per process, also across hot reloads, which load this file anew; the start script closes it when the server stops. */
const shared = globalThis as typeof globalThis & { hangtianDatabase?: Promise<OpenDatabase> };

/** The database of this process; opened when first asked for. */
export async function getDatabase(): Promise<Database> {
  shared.hangtianDatabase ??= createDatabase(
    env.DATABASE_URL ? { url: env.DATABASE_URL, migrationsDir: env.migrationsDir } : { dataDir: env.dataDir, migrationsDir: env.migrationsDir },
  );
  const opening = shared.hangtianDatabase;
  try {
    return (await opening).client;
  } catch (error) {
    if (shared.hangtianDatabase === opening) shared.hangtianDatabase = undefined;
    throw error;
  }
}

/** Makes an open database the one of this process. */
export function adoptDatabase(database: OpenDatabase): void {
  shared.hangtianDatabase = Promise.resolve(database);
}

/** Waits for what is running, closes, and gives the data folder back. */
export async function closeDatabase(): Promise<void> {
  const opening = shared.hangtianDatabase;
  shared.hangtianDatabase = undefined;
  await (await opening?.catch(() => undefined))?.close();
}
