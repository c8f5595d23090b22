import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import type { PGlite } from "@electric-sql/pglite";
import { Pool } from "pg";
import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaPGlite } from "pglite-prisma-adapter";
import { afterAll, beforeAll, beforeEach, describe, inject } from "vitest";
import { adoptDatabase, closeDatabase, type Database, type OpenDatabase } from "@/lib/db/database";
import { openInMemory } from "@/lib/db/embedded";
import { PrismaClient } from "@/lib/db/generated/client";
import { templateName, urlOf } from "./database-setup";

/*
 * describeEachDatabase("answers", (database) => {
 *   it("are stored once", async () => { await database().user.create({ data: {} }); });
 * });
 * The suite runs on the embedded database and, where one is installed, on a Postgres server. Each test begins with empty tables;
 * `database()` is also what getDatabase() of lib/db gives, so that functions of lib/data work on it.
 */
const transactionOptions = { maxWait: 10_000, timeout: 20_000 };

/** An embedded database in memory, without the initialising: empty, or migrated. */
export function openEmbeddedDump(which: "emptyDump" | "embeddedDump"): Promise<PGlite> {
  return openInMemory(new Blob([new Uint8Array(readFileSync(inject("databases")[which]))]));
}

const namesOfTables = async (database: Database): Promise<string[]> => {
  const tables = await database.$queryRaw<{ name: string }[]>`SELECT tablename AS "name" FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`;
  return tables.map(({ name }) => `"${name}"`);
};

async function openEmbeddedCopy(): Promise<OpenDatabase> {
  const pg = await openEmbeddedDump("embeddedDump");
  const client = new PrismaClient({ adapter: new PrismaPGlite(pg), transactionOptions });
  const close = async () => {
    await client.$disconnect();
    await pg.close();
  };
  return { client, migrated: [], close };
}

async function openServerCopy(serverUrl: string): Promise<OpenDatabase> {
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  const maintenance = new Pool({ connectionString: serverUrl, max: 1 });
  await maintenance.query(`CREATE DATABASE ${name} TEMPLATE ${templateName}`);
  const client = new PrismaClient({ adapter: new PrismaPg({ connectionString: urlOf(serverUrl, name), max: 5 }), transactionOptions });
  const close = async () => {
    await client.$disconnect();
    await maintenance.query(`DROP DATABASE ${name} WITH (FORCE)`);
    await maintenance.end();
  };
  return { client, migrated: [], close };
}

/** A migrated, empty database of its own: in memory, or on the tests' server. */
export function createTestDatabase(kind: "embedded" | "server" = "embedded"): Promise<OpenDatabase> {
  if (kind === "embedded") return openEmbeddedCopy();
  const { serverUrl } = inject("databases");
  if (serverUrl === null) throw new Error("No Postgres server is installed.");
  return openServerCopy(serverUrl);
}

/** Empties every table of the schema. Deleting takes a fifth of what truncating does, which makes the files of each table and index anew; a replica's role leaves out triggers and foreign keys. */
export async function emptyTables(database: Database): Promise<void> {
  const names = await namesOfTables(database);
  // The lock, as truncating has it: what a test has begun and not waited for is over before the next one begins.
  const steps = ["SET LOCAL session_replication_role = replica", `LOCK TABLE ${names.join(", ")} IN ACCESS EXCLUSIVE MODE`, ...names.map((name) => `DELETE FROM ${name}`)];
  await database.$executeRawUnsafe(`DO $$ BEGIN ${steps.join("; ")}; END $$`);
}

let embedded: OpenDatabase | undefined;

/** The embedded database of this process, as new: opening one and warming it up takes longer than most files. Truncating also gives back the room and the statistics of what was deleted. */
async function takeEmbedded(): Promise<OpenDatabase> {
  embedded ??= await openEmbeddedCopy();
  await embedded.client.$executeRawUnsafe(`TRUNCATE ${(await namesOfTables(embedded.client)).join(", ")} RESTART IDENTITY CASCADE`);
  // Whoever closes it only hands it back.
  return { ...embedded, close: () => Promise.resolve() };
}

/** Runs one suite on each kind of database there is; `isLast` where what takes long may be done in full, once. */
export function describeEachDatabase(name: string, suite: (database: () => Database, isLast: boolean) => void): void {
  const kinds = inject("databases").serverUrl === null ? (["embedded"] as const) : (["embedded", "server"] as const);
  describe.each(kinds)(`${name} (%s database)`, (kind) => {
    let open: OpenDatabase | undefined;
    beforeAll(async () => {
      open = await (kind === "embedded" ? takeEmbedded() : createTestDatabase(kind));
      adoptDatabase(open);
    });
    beforeEach(() => emptyTables(open!.client));
    afterAll(closeDatabase);
    suite(() => open!.client, kind === kinds.at(-1));
  });
}
