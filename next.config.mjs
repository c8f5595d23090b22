import createNextIntlPlugin from "next-intl/plugin";
import { apiPolicy, securityHeaders } from "./lib/shared/security-headers.mjs";

/** @type {import("next").NextConfig} */
const nextConfig = {
  typedRoutes: true,
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm test` checks the types of everything; a start need not wait for that, nor fail for a test file.
  typescript: { ignoreBuildErrors: true },
  // They read files beside themselves (WebAssembly, native code, dictionaries), which a bundle would not find.
  serverExternalPackages: [
    "@electric-sql/pglite",
    "@node-rs/argon2",
    "@open-spaced-repetition/binding",
    "@prisma/adapter-pg",
    "@prisma/client",
    "@prisma/driver-adapter-utils",
    "@prisma/schema-engine-wasm",
    "opencc-js",
    "pg",
    "pglite-prisma-adapter",
    "pinyin-pro",
    "sharp",
  ],
  outputFileTracingIncludes: { "/*": ["./content/**/*", "./prisma/**/*", "./node_modules/@prisma/schema-engine-wasm/**/*"] },
  outputFileTracingExcludes: { "/*": ["./.data/**/*", "./.cache/**/*", "./tests/**/*"] },
  headers: async () => [
    { source: "/:path*", headers: securityHeaders },
    { source: "/api/:path*", headers: [apiPolicy] },
  ],
};

export default createNextIntlPlugin({
  requestConfig: "./app/i18n.ts",
  // Messages become data at build time, so that no page has to carry the parser of their syntax (6 kB gzipped).
  experimental: { messages: { path: "./messages/en", format: "json", locales: ["en"], precompile: true } },
})(nextConfig);
