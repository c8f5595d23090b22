import { readFileSync, readdirSync } from "node:fs";
import { createTranslator } from "use-intl/core";
import { describe, expect, it } from "vitest";
import { english } from "@/messages/english";

const root = new URL("../../", import.meta.url);

type Tree = { [key: string]: string | Tree };

function flatten(tree: Tree, prefix = ""): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [[prefix + key, value] as [string, string]] : flatten(value, `${prefix}${key}.`),
  );
}

function readSources(folder: string): string {
  return readdirSync(new URL(folder, root), { recursive: true, encoding: "utf8" })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => readFileSync(new URL(`${folder}/${path}`, root), "utf8"))
    .join("\n");
}

const messages = flatten(english);

/** Names of placeholders and tags; enough for plural messages too, since their branches use no other names. */
const valuesFor = (text: string) => ({
  ...Object.fromEntries([...text.matchAll(/\{(\w+)/g)].map((match) => [match[1]!, 2])),
  ...Object.fromEntries([...text.matchAll(/<(\w+)>/g)].map((match) => [match[1]!, (chunks: unknown) => String(chunks)])),
});

describe("the catalogue", () => {
  it.each(messages)("%s can be formatted", (key, text) => {
    const translate = createTranslator({
      locale: "en",
      messages: english,
      onError: (error) => {
        throw error;
      },
    });
    const written = translate.rich(key as never, valuesFor(text) as never);
    expect(String(written).trim()).not.toBe("");
    expect(String(written)).not.toContain(key);
  });

  it.each(messages)("%s is calm and in British spelling", (_, text) => {
    expect(text).not.toMatch(/!|\p{Extended_Pictographic}/u);
    expect(text).not.toMatch(/\b(programs?|colors?|license[sd]?|favorites?|centers?|learned)\b/i);
  });

  it("has no message that nothing shows", () => {
    const sources = readSources("app") + readSources("components");
    const literals = [...sources.matchAll(/"([\w.-]+)"|`((?:[\w.-]|\$\{[\w.]+\})+)`/g)].map((match) => match[1] ?? match[2]!);
    const patterns = [...new Set(literals)].map((literal) => {
      const pieces = literal.split(/\$\{[\w.]+\}/).map((piece) => piece.replaceAll(".", "\\."));
      return new RegExp(`(^|\\.)${pieces.join("[^.]+")}$`);
    });
    const direct = [...sources.matchAll(/problem\.(\w+)/g)].map((match) => `problem.${match[1]}`);
    // The graders choose their notes by key; the next test looks after those.
    const unused = messages.map(([key]) => key).filter((key) => !key.startsWith("grading.") && !direct.includes(key) && !patterns.some((pattern) => pattern.test(key)));
    expect(unused).toEqual([]);
  });

  it("has the words of every note that a grader gives", () => {
    const named = [...readSources("lib/grading").matchAll(/key: "(\w+)"/g)].map((match) => match[1]!);
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((key) => !(key in english.grading))).toEqual([]);
  });
});
