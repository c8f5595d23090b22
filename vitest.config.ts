import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { LongestFirst } from "./tests/support/longest-first";

const root = fileURLToPath(new URL(".", import.meta.url));

/** `server-only` throws outside Next; tests and scripts resolve it as a React server would. */
const alias = {
  "@": root.replace(/\/$/, ""),
  "server-only": `${root}node_modules/server-only/empty.js`,
};

/** Only against a test that hangs: how fast a loaded machine is must never decide whether a test passes. */
const patience = { testTimeout: 120_000, hookTimeout: 180_000 };

/** The facts, the questions and the database's client take seconds to load, which each file would do anew. */
const shared = { ...patience, isolate: false };

export default defineConfig({
  resolve: { alias },
  test: {
    // By itself Vitest leaves one core free, which of two is half the machine.
    maxWorkers: "100%",
    sequence: { sequencer: LongestFirst },
    projects: [
      { resolve: { alias }, test: { name: "unit", include: ["tests/unit/**/*.test.ts"], ...shared } },
      { resolve: { alias }, test: { name: "content", include: ["tests/content/**/*.test.ts"], ...shared } },
      {
        resolve: { alias },
        test: {
          name: "integration",
          include: ["tests/integration/**/*.test.ts"],
          globalSetup: ["tests/support/database-setup.ts"],
          // Servers that are killed, connections that race: with CI a failed one is tried once more, and named (docs/decisions/011-a-failed-test-is-tried-once-more.md).
          retry: process.env.CI ? 1 : 0,
          setupFiles: ["tests/support/seeded-chance.ts"],
          ...shared,
        },
      },
    ],
  },
});
