import nextCoreWebVitals from "eslint-config-next/core-web-vitals";
import nextTypescript from "eslint-config-next/typescript";
import { pureFolders, serverFiles, serverFolders } from "./eslint-folders.mjs";

const lib = (names) => names.map((name) => `./lib/${name}`);

/** One zone: `target` may import nothing of `from` but the exceptions (paths inside `from`). */
const zone = (target, from, except, message) => ({ target, from, ...(except.length > 0 ? { except } : {}), message });

const libZones = Object.entries({ ...pureFolders, ...serverFolders, ...serverFiles }).map(([name, allowed]) =>
  zone(
    `./lib/${name}`,
    "./lib",
    [...new Set([name, "shared", ...allowed])].map((folder) => `./${folder}`),
    `lib/${name} may import only: ${["itself", "lib/shared", ...allowed.map((folder) => `lib/${folder}`)].join(", ")}.`,
  ),
);

/** All import directions in one rule: a second block with this rule would silently replace the first. */
const importDirections = [
  zone(["./components", "./lib", "./scripts", "./prisma"], "./app", [], "Nothing imports app/."),
  zone("./lib", "./components", [], "lib/ knows nothing of components/."),
  zone("./components/ui", "./lib", ["./shared"], "components/ui knows nothing of the domain."),
  zone(
    "./components",
    lib([...Object.keys(serverFolders), ...Object.keys(serverFiles)]),
    [],
    "Components get data and actions as props; only app/ talks to the server side of lib/.",
  ),
  zone("./app", lib(["db", "content", "env.ts"]), [], "app/ reaches the database and the content through lib/data."),
  ...libZones,
  zone("./lib/questions/lint", "./lib/questions", ["./lint", "./item.ts"], "The linter of items shares no code with what makes them."),
  zone("./lib/questions/lint", "./lib/facts", ["./model.ts", "./dates.ts", "./quantities.ts", "./names.ts", "./fact-base.ts"], "The linter proves anew: it knows the facts, and none of the proofs."),
];

const only = (folder) => `Only lib/${folder} imports this package, so that it can be replaced in one place.`;

/** Packages with one owner each; a folder leaves out its own. */
const ownedPackages = { scheduling: ["ts-fsrs"], auth: ["next-auth", "@node-rs/argon2"], db: ["@electric-sql", "pg", "@prisma", "pglite-prisma-adapter"] };

const packagePatterns = (owner) =>
  Object.entries(ownedPackages)
    .filter(([folder]) => folder !== owner)
    .map(([folder, names]) => ({ regex: `^(${names.join("|")})(/|$)`, message: only(folder) }));

const impurePackages = {
  regex: "^(next|react|react-dom|next-intl|node:.*|fs|path|os|crypto|child_process|process|server-only)(/|$)",
  message: "Pure folders know no framework and no machine.",
};

const barrelSyntax = { selector: "ExportAllDeclaration", message: "No barrels: import from the file that defines it." };
const enumSyntax = { selector: "TSEnumDeclaration", message: "Use a union of literals." };
const serverOnlySyntax = {
  selector: "Program > :first-child:not(ImportDeclaration[source.value='server-only'])",
  message: 'A server file of lib/ begins with import "server-only".',
};
const clockSyntax = { selector: "NewExpression[callee.name='Date']", message: "Time is an argument in pure code." };
const randomProperty = { object: "Math", property: "random", message: "Randomness is an argument in pure code." };
const nowProperty = { object: "Date", property: "now", message: "Time is an argument in pure code." };
const processProperty = { object: "process", property: "env", message: "lib/env.ts is the only reader of the environment." };

/** In flat config the last matching block replaces a rule's options, so each kind of folder gets its full list from here. */
function folderRules({ owner, pure = false, serverFile = false, environment = false }) {
  return {
    "no-restricted-imports": ["error", { patterns: [...packagePatterns(owner), ...(pure ? [impurePackages] : [])] }],
    "no-restricted-syntax": ["error", barrelSyntax, enumSyntax, ...(serverFile ? [serverOnlySyntax] : []), ...(pure ? [clockSyntax] : [])],
    // A list without entries would keep the options of the block before it.
    "no-restricted-properties": environment ? "off" : ["error", processProperty, ...(pure ? [randomProperty, nowProperty] : [])],
    "no-restricted-globals": pure
      ? ["error", ...["process", "window", "document", "localStorage", "fetch", "setTimeout", "crypto"].map((name) => ({ name, message: "Pure code has no surroundings." }))]
      : "off",
  };
}

const code = "**/*.{ts,tsx,mts,mjs}";
const lines = (max) => ["error", { max, skipBlankLines: true, skipComments: true }];

const config = [
  { ignores: [".next*/**", ".data/**", ".cache/**", "lib/db/generated/**", "next-env.d.ts", "playwright-report/**", "test-results/**", "coverage/**"] },
  ...nextCoreWebVitals,
  ...nextTypescript,
  {
    files: [code],
    rules: {
      "import/no-restricted-paths": ["error", { zones: importDirections }],
      "import/no-default-export": "error",
      "import/no-anonymous-default-export": "off",
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "separate-type-imports" }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      eqeqeq: ["error", "always"],
    },
  },
  {
    files: ["app/**/*.{ts,tsx}", "components/**/*.{ts,tsx}", "lib/**/*.{ts,tsx}"],
    rules: { "no-console": "error", "max-lines": lines(300), ...folderRules({}) },
  },
  { files: ["lib/**/*.ts"], rules: { "max-lines-per-function": lines(60) } },
  { files: ["components/**/*.tsx", "app/**/*.tsx"], rules: { "max-lines-per-function": lines(150) } },
  ...Object.keys(pureFolders).map((owner) => ({ files: [`lib/${owner}/**/*.ts`], rules: folderRules({ owner, pure: true }) })),
  ...Object.keys(serverFolders).map((owner) => ({ files: [`lib/${owner}/**/*.ts`], rules: folderRules({ owner, serverFile: true }) })),
  { files: ["lib/actions.ts"], rules: folderRules({ serverFile: true }) },
  { files: ["lib/env.ts"], rules: folderRules({ serverFile: true, environment: true }) },
  {
    files: ["app/**/*.{ts,tsx}", "*.config.{ts,mjs,mts}", "eslint.config.mjs", "prisma.config.ts", "scripts/setup/vitest-counts.mjs"],
    rules: { "import/no-default-export": "off" },
  },
];

export default config;
