import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));

/** `server-only` throws outside Next; tests and scripts resolve it as a React server would. */
const alias = {
  "@": root.replace(/\/$/, ""),
  "server-only": `${root}node_modules/server-only/empty.js`,
};

/** Only against a test that hangs: how fast a loaded machine is must never decide whether a test passes. */
const patience = { testTimeout: 120_000, hookTimeout: 180_000 };

export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      { resolve: { alias }, test: { name: "unit", include: ["tests/unit/**/*.test.ts"], ...patience } },
      { resolve: { alias }, test: { name: "content", include: ["tests/content/**/*.test.ts"], ...patience } },
      {
        resolve: { alias },
        test: {
          name: "integration",
          include: ["tests/integration/**/*.test.ts"],
          globalSetup: ["tests/support/database-setup.ts"],
          ...patience,
        },
      },
    ],
  },
});
