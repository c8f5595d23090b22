import "server-only";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import type { SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import type * as Engine from "@prisma/schema-engine-wasm/schema_engine_bg";
import { env } from "@/lib/env";
import type { Migration } from "./migration-files";

type EngineModule = typeof Engine & { __wbg_set_wasm(exports: WebAssembly.Exports): void };

let engineModule: Promise<EngineModule> | undefined;

/** Prisma's own command downloads an engine that is not on the npm registry; this build of it comes from there, but Node cannot import `.wasm`. */
async function loadEngineModule(): Promise<EngineModule> {
  const engine = (await import("@prisma/schema-engine-wasm/schema_engine_bg")) as EngineModule;
  const file = join(env.projectDir, "node_modules", "@prisma", "schema-engine-wasm", "schema_engine_bg.wasm");
  const { instance } = await WebAssembly.instantiate(await readFile(file), { "./schema_engine_bg.js": engine as never });
  engine.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  return engine;
}

async function withEngine<T>(factory: SqlMigrationAwareDriverAdapterFactory, work: (engine: Engine.SchemaEngine) => Promise<T>): Promise<T> {
  engineModule ??= loadEngineModule();
  const { SchemaEngine } = await engineModule;
  const ignoreLog = () => undefined;
  return work(await SchemaEngine.new({ datamodels: undefined }, ignoreLog, bindMigrationAwareSqlAdapterFactory(factory)));
}

const filters = { externalTables: [], externalEnums: [] };

/** Runs those migrations that the database has not seen, writes Prisma's own table of them, and returns their names. */
export async function runMigrations(factory: SqlMigrationAwareDriverAdapterFactory, migrations: readonly Migration[]): Promise<string[]> {
  const migrationsList = {
    baseDir: env.migrationsDir,
    lockfile: { path: "./migration_lock.toml", content: 'provider = "postgresql"\n' },
    shadowDbInitScript: "",
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: "migration.sql", content: { tag: "ok" as const, value: sql } },
    })),
  };
  return withEngine(factory, async (engine) => (await engine.applyMigrations({ migrationsList, filters })).appliedMigrationNames);
}

/** The SQL that brings the connected database to the schema; null when nothing is to be done. */
export async function diffToSchema(factory: SqlMigrationAwareDriverAdapterFactory, schema: string): Promise<string | null> {
  const files = [{ path: "schema.prisma", content: schema }];
  return withEngine(factory, async (engine) => {
    const { exitCode, stdout } = await engine.diff({
      from: { tag: "schemaDatasource", files, configDir: env.projectDir },
      to: { tag: "schemaDatamodel", files },
      script: true,
      exitCode: true,
      filters,
    });
    return exitCode === 0 ? null : stdout;
  });
}
