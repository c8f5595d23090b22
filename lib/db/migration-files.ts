import "server-only";
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** One folder of prisma/migrations. The checksum is the one in Prisma's own table. */
export type Migration = { name: string; sql: string; checksum: string };

/** All migrations, oldest first. */
export function readMigrations(directory: string): Migration[] {
  const folders = readdirSync(directory, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders.map((entry) => readMigration(directory, entry.name)).sort((a, b) => (a.name < b.name ? -1 : 1));
}

function readMigration(directory: string, name: string): Migration {
  const sql = readFileSync(join(directory, name, "migration.sql"), "utf8");
  return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
}

/** Writes a new migration named by the time and a few words; returns its folder's name. */
export function writeMigration(directory: string, words: string, sql: string, now: Date): string {
  const name = `${now.toISOString().replace(/\D/g, "").slice(0, 14)}_${words.toLowerCase().replace(/[^a-z0-9]+/g, "_")}`;
  mkdirSync(join(directory, name), { recursive: true });
  writeFileSync(join(directory, name, "migration.sql"), sql);
  return name;
}
