import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Pool } from "pg";
import { afterAll, beforeEach, describe, expect, inject, it } from "vitest";
import { compareWithSchema, migrateEmbedded, migrateServer } from "@/lib/db/migrate";
import { readMigrations, writeMigration } from "@/lib/db/migration-files";
import { env } from "@/lib/env";
import { openEmbeddedDump } from "@/tests/support/database";
import { urlOf } from "@/tests/support/database-setup";

const schema = readFileSync(join(env.projectDir, "prisma", "schema.prisma"), "utf8");
const committed = readMigrations(env.migrationsDir);
const { serverUrl } = inject("databases");

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "hangtian-migrations-"));
  return () => rmSync(directory, { recursive: true, force: true });
});

/** Migrations from pieces of SQL, as they would be read from disk. */
function migrationsOf(...pieces: string[]) {
  pieces.forEach((sql, index) => writeMigration(directory, `step ${index}`, sql, new Date(Date.UTC(2026, 0, 1 + index))));
  return readMigrations(directory);
}

describe("The schema and its migrations", () => {
  it("agree", async () => {
    expect(await compareWithSchema(committed, schema, await openEmbeddedDump("emptyDump")), "write the missing migration: npm run migrate:new -- <what it does>").toBeNull();
  });

  it("would not agree if the schema had one more column", async () => {
    const changed = schema.replace("model RateLimit {", "model RateLimit {\n  reason String?\n");
    expect(await compareWithSchema(committed, changed, await openEmbeddedDump("emptyDump"))).toContain('ALTER TABLE "RateLimit" ADD COLUMN     "reason" TEXT');
  });
});

type Target = { migrate(migrations: ReturnType<typeof readMigrations>): Promise<string[]>; query(sql: string): Promise<unknown[]>; close(): Promise<unknown> };

async function openEmbeddedTarget(): Promise<Target> {
  const pg = await openEmbeddedDump("emptyDump");
  return { migrate: (migrations) => migrateEmbedded(pg, migrations), query: async (sql) => (await pg.query(sql)).rows, close: () => pg.close() };
}

let databases = 0;
async function openServerTarget(): Promise<Target> {
  const name = `migrations_${process.pid}_${++databases}`;
  const maintenance = new Pool({ connectionString: serverUrl!, max: 1 });
  await maintenance.query(`CREATE DATABASE ${name}`);
  await maintenance.end();
  const pool = new Pool({ connectionString: urlOf(serverUrl!, name) });
  return { migrate: (migrations) => migrateServer(urlOf(serverUrl!, name), migrations), query: async (sql) => (await pool.query(sql)).rows, close: () => pool.end() };
}

const kinds = [{ name: "the embedded database", open: openEmbeddedTarget }, ...(serverUrl ? [{ name: "a server", open: openServerTarget }] : [])];

describe.each(kinds)("Migrating $name", ({ open }) => {
  let target: Target | undefined;
  beforeEach(async () => {
    await target?.close();
    target = await open();
  });
  afterAll(() => target?.close());

  it("runs what is new, once, and writes it down", async () => {
    const names = committed.map(({ name }) => name);
    expect(await target!.migrate(committed)).toEqual(names);
    expect(await target!.migrate(committed)).toEqual([]);
    expect(await target!.query(`SELECT migration_name AS "name", checksum FROM "_prisma_migrations" ORDER BY 1`)).toEqual(committed.map(({ name, checksum }) => ({ name, checksum })));
  });

  it("runs semicolons inside of functions and texts as they stand", async () => {
    const sql = `CREATE TABLE t (x text);\nCREATE FUNCTION f() RETURNS text LANGUAGE plpgsql AS $$ BEGIN RETURN 'a;b'; END $$;\nINSERT INTO t VALUES (f());`;
    await target!.migrate(migrationsOf(sql));
    expect(await target!.query("SELECT x FROM t")).toEqual([{ x: "a;b" }]);
  });

  it("leaves everything as it was when one fails, says why, and goes on once it is mended", async () => {
    const broken = migrationsOf("CREATE TABLE kept (x int);", "CREATE TABLE half (x int); SELECT no_such_function();");
    await expect(target!.migrate(broken)).rejects.toThrow(/as it was before: .*no_such_function/);
    expect(await target!.query("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")).toEqual([]);
    rmSync(directory, { recursive: true });
    expect(await target!.migrate(migrationsOf("CREATE TABLE kept (x int);", "CREATE TABLE half (x int);"))).toHaveLength(2);
  });

  it("refuses a database of a newer version", async () => {
    const all = migrationsOf("CREATE TABLE a (x int);", "CREATE TABLE b (x int);");
    await target!.migrate(all);
    await expect(target!.migrate(all.slice(0, 1))).rejects.toThrow("newer version of the app");
  });

  it("refuses a migration that was changed after it ran", async () => {
    await target!.migrate(migrationsOf("CREATE TABLE a (x int);"));
    await expect(target!.migrate(migrationsOf("CREATE TABLE a (y int);"))).rejects.toThrow("was changed after");
  });
});

describe.runIf(serverUrl)("Several instances that start at once on one server", () => {
  it("migrate it once between them", async () => {
    const target = await openServerTarget();
    const ran = await Promise.all([1, 2, 3].map(() => target.migrate(committed)));
    expect(ran.flat()).toEqual(committed.map(({ name }) => name));
    await target.close();
  });
});
