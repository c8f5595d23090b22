import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { noItemWords } from "@/scripts/no-item-words";

const folders = ["lib/questions", "lib/questions/forms"];
const sources = folders.flatMap((folder) =>
  readdirSync(folder).filter((name) => name.endsWith(".ts") && name !== "no-item.ts").map((name) => readFileSync(`${folder}/${name}`, "utf8")),
).join("\n");
const words = Object.entries(noItemWords);

describe("why there is no item", () => {
  it.each(words)("%s is told by the engine, and in words of its own", (code, said) => {
    expect(sources).toContain(`"${code}"`);
    expect(words.filter(([, other]) => other === said)).toEqual([[code, said]]);
    expect(said).toMatch(/^[a-z]\S* .*[^.]$|^withdrawn$/);
  });
});
