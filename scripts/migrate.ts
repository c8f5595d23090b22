import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createDatabase } from "@/lib/db/database";
import { openInMemory } from "@/lib/db/embedded";
import { compareWithSchema } from "@/lib/db/migrate";
import { readMigrations, writeMigration } from "@/lib/db/migration-files";
import { env } from "@/lib/env";

const { migrationsDir } = env;

/** `npm run migrate`: brings the database up to date. */
async function migrate(): Promise<void> {
  const database = await createDatabase(env.DATABASE_URL ? { url: env.DATABASE_URL, migrationsDir } : { dataDir: env.dataDir, migrationsDir });
  await database.close();
  console.log(database.migrated.length === 0 ? "The database is up to date." : `Migrated: ${database.migrated.join(", ")}.`);
}

/** `npm run migrate:new -- name`: writes the migration that prisma/schema.prisma asks for. */
async function writeNext(words: string): Promise<void> {
  const schema = readFileSync(join(env.projectDir, "prisma", "schema.prisma"), "utf8");
  const sql = await compareWithSchema(readMigrations(migrationsDir), schema, await openInMemory());
  if (sql === null) console.log("The migrations agree with prisma/schema.prisma; there is nothing to write.");
  else console.log(`Written: prisma/migrations/${writeMigration(migrationsDir, words, sql, new Date())}/migration.sql. Read it before you commit it.`);
}

async function main([command, ...words]: string[]): Promise<void> {
  if (command === undefined) return migrate();
  if (command === "new" && words.length > 0) return writeNext(words.join(" "));
  throw new Error("Say what the migration does: npm run migrate:new -- add-streaks");
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
// The engines' WebAssembly keeps the process alive.
process.exit();
