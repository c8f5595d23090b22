import "server-only";
import type { PGlite } from "@electric-sql/pglite";
import { PrismaPg } from "@prisma/adapter-pg";
import type { SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import { Pool } from "pg";
import { PrismaPGlite } from "pglite-prisma-adapter";
import type { Migration } from "./migration-files";
import { diffToSchema, runMigrations } from "./schema-engine";

/** One connection, on which everything happens in one transaction. */
type Connection = {
  run(sql: string): Promise<unknown>;
  rows(sql: string): Promise<Record<string, unknown>[]>;
  factory: SqlMigrationAwareDriverAdapterFactory;
};

/** Any number will do that nothing else in this database locks. */
const migrationLock = 541_2936;

/** Brings an embedded database up to date and returns the names of the migrations that ran. */
export function migrateEmbedded(pg: PGlite, migrations: readonly Migration[]): Promise<string[]> {
  return migrate({ run: (sql) => pg.exec(sql), rows: async (sql) => (await pg.query<Record<string, unknown>>(sql)).rows, factory: new PrismaPGlite(pg) }, migrations);
}

/** Brings a database server up to date; safe when several instances of the app start at once. */
export async function migrateServer(url: string, migrations: readonly Migration[]): Promise<string[]> {
  // A single connection, so that the schema engine works inside the transaction that holds the lock.
  const pool = new Pool({ connectionString: url, max: 1, idleTimeoutMillis: 0 });
  pool.on("error", () => undefined);
  try {
    await pool.query("SELECT 1").catch((error: NodeJS.ErrnoException) => {
      throw new Error(`The database server in DATABASE_URL cannot be used: ${error.message || error.code}`, { cause: error });
    });
    return await migrate({ run: (sql) => pool.query(sql), rows: async (sql) => (await pool.query(sql)).rows, factory: new PrismaPg(pool) }, migrations);
  } finally {
    await pool.end();
  }
}

/**
 * All or nothing: a process that is killed or fails in the middle leaves the database as it was, and the next start tries again.
 * (Prisma alone would leave a half-finished entry, at which every later start would stop.)
 */
async function migrate(connection: Connection, migrations: readonly Migration[]): Promise<string[]> {
  if (isUpToDate(await readApplied(connection), migrations)) return [];
  await connection.run("BEGIN");
  try {
    await connection.run(`SELECT pg_advisory_xact_lock(${migrationLock})`);
    const { factory, firstError } = runningScriptsWhole(connection);
    const names = await runMigrations(factory, migrations).catch((error: unknown) => {
      throw new Error(`The database could not be brought up to date, and is as it was before: ${describe(firstError() ?? error)}`, { cause: error });
    });
    await connection.run("COMMIT");
    return names;
  } catch (error) {
    await connection.run("ROLLBACK");
    throw error;
  }
}

const describe = (error: unknown) => (error instanceof Error ? error.message : String(error));

async function readApplied(connection: Connection): Promise<Map<string, string>> {
  const [found] = await connection.rows(`SELECT to_regclass('"_prisma_migrations"') IS NOT NULL AS "exists"`);
  if (!found?.exists) return new Map();
  const rows = await connection.rows(`SELECT migration_name, checksum FROM "_prisma_migrations" WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`);
  return new Map(rows.map((row) => [String(row.migration_name), String(row.checksum)]));
}

/** Also refuses a database that this version of the app does not know. */
function isUpToDate(applied: ReadonlyMap<string, string>, migrations: readonly Migration[]): boolean {
  const known = new Map(migrations.map(({ name, checksum }) => [name, checksum]));
  for (const [name, checksum] of applied) {
    if (!known.has(name)) throw new Error(`The database was made by a newer version of the app (it has the migration ${name}); start that version instead.`);
    if (known.get(name) !== checksum) throw new Error(`The migration ${name} was changed after this database ran it; restore the file, and put the change into a new migration.`);
  }
  return applied.size === migrations.length;
}

/**
 * Hands each script to the connection whole, since the adapters' own `executeScript` cuts it at every semicolon (pg, 7.10.0) or
 * neither waits nor reports errors (PGlite, 0.7.2). After an error Postgres refuses everything until the rollback, so the engine's
 * last error only says that: the first says what is wrong.
 */
function runningScriptsWhole({ factory, run }: Connection) {
  let first: unknown;
  const whole: SqlMigrationAwareDriverAdapterFactory = {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connectToShadowDb: () => factory.connectToShadowDb(),
    async connect() {
      const adapter = await factory.connect();
      adapter.executeScript = async (script) => {
        try {
          await run(script);
        } catch (error) {
          first ??= error;
          throw error;
        }
      };
      return adapter;
    },
  };
  return { factory: whole, firstError: () => first };
}

/** The SQL that the migrations lack to arrive at the schema; null when they agree. The shadow is an empty database, and is closed. */
export async function compareWithSchema(migrations: readonly Migration[], schema: string, shadow: PGlite): Promise<string | null> {
  try {
    await migrateEmbedded(shadow, migrations);
    return await diffToSchema(new PrismaPGlite(shadow), schema);
  } finally {
    await shadow.close();
  }
}
