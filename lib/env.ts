import "server-only";
import { join, resolve } from "node:path";
import { z } from "zod";

const emptyAsMissing = (value: unknown) => (value === "" ? undefined : value);

const environmentSchema = z.object({
  NODE_ENV: z.enum(["development", "test", "production"]).default("development"),
  /** A Postgres server; without it the database lives in the data folder. */
  DATABASE_URL: z.preprocess(emptyAsMissing, z.string().regex(/^postgres(ql)?:\/\//, "must begin with postgres://").optional()),
  HANGTIAN_DATA_DIR: z.preprocess(emptyAsMissing, z.string().default(".data")),
  HANGTIAN_CONTENT_DIR: z.preprocess(emptyAsMissing, z.string().default("content")),
  /** Kept in the data folder and set by the start script; missing only while building. */
  NEXTAUTH_SECRET: z.preprocess(emptyAsMissing, z.string().min(32, "must have at least 32 characters").optional()),
});

export type Environment = z.infer<typeof environmentSchema> & { projectDir: string; dataDir: string; contentDir: string; migrationsDir: string };

/** The settings of this process, checked; throws with the name of each variable that is wrong. */
export function readEnvironment(variables: Record<string, string | undefined>, projectDir: string): Environment {
  const parsed = environmentSchema.safeParse(variables);
  if (!parsed.success) {
    throw new Error(parsed.error.issues.map((issue) => `The environment variable ${issue.path.join(".")} ${issue.message}.`).join(" "));
  }
  return {
    ...parsed.data,
    projectDir,
    dataDir: resolve(projectDir, parsed.data.HANGTIAN_DATA_DIR),
    contentDir: resolve(projectDir, parsed.data.HANGTIAN_CONTENT_DIR),
    migrationsDir: join(projectDir, "prisma", "migrations"),
  };
}

export const env = readEnvironment(process.env, process.cwd());
