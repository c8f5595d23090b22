import { Readable } from "node:stream";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gradeLines, type GradedLine } from "@/scripts/grade-lines";
import { readLines, type InputLine } from "@/scripts/read-lines";
import { spaceBase } from "./space-base";

async function gradeText(text: string): Promise<GradedLine[]> {
  const lines: GradedLine[] = [];
  for await (const line of gradeLines(spaceBase, Readable.from([Buffer.from(text)]))) lines.push(line);
  return lines;
}

const request = (more: Record<string, unknown>) => JSON.stringify({ fact: "change-5.launched_by", typed: "CZ-5", ...more });

describe("gradeLines", () => {
  it.each([
    [{ typed: "長征五號" }, { verdict: "exact", score: 1, message: "That is right." }],
    [{ type: "short-answer", typed: "CZ-5" }, { verdict: "alias", score: 1, message: "It is also called Long March 5." }],
    [{ typed: "Long Marhc 5" }, { verdict: "typo", score: 1, message: "Mind the spelling: March, not Marhc." }],
    [{ typed: "CZ-5B" }, { verdict: "other-entity", score: 0, message: "That is Long March 5B. The answer is Long March 5." }],
    [{ direction: "inverse", typed: "嫦娥五号" }, { verdict: "exact", score: 1, message: "That is right." }],
    [{ fact: "change-5.mass", typed: "8 t" }, { verdict: "near", score: 1, message: "Close enough: the exact figure is 8,200 kg." }],
    [{ fact: "change-5.mass", typed: "8 stone" }, { verdict: "ambiguous", score: 0, message: "Please give the number alone or with a unit such as kg or m." }],
    [{ typed: " " }, { verdict: "wrong", score: 0, message: "No answer given." }],
  ])("grades %j", async (more, expected) => {
    expect(await gradeText(request(more))).toEqual([expected]);
  });

  it.each([
    ["not JSON", "{", "not a line of JSON"],
    ["a fact that is not there", request({ fact: "nothing" }), 'there is no fact "nothing"'],
    ["a missing text", JSON.stringify({ fact: "change-5.mass" }), "typed"],
    ["an unknown field", request({ hint: "x" }), "hint"],
    ["a form that is not typed", request({ type: "matching" }), "matching"],
    ["a text that is too long", request({ typed: "x".repeat(201) }), "200 characters"],
    ["a line that is too long", request({ typed: "x".repeat(10_000) }), "10000 bytes"],
  ])("says what is wrong with %s, names the line and goes on", async (_, line, reason) => {
    const lines = await gradeText(`\n${line}\r\n${request({})}\n`);
    expect(lines).toMatchObject([{ error: expect.stringMatching(/^line 2: /) }, { verdict: "alias" }]);
    expect(lines[0]).toMatchObject({ error: expect.stringContaining(reason) });
  });
});

describe("readLines", () => {
  it("gives the same lines however the stream is cut", async () => {
    const line = fc.string({ unit: fc.constantFrom("a", "é", "航", " "), maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 6 }), fc.integer({ min: 1, max: 7 }), async (texts, size) => {
        const bytes = Buffer.from(`${texts.join("\n")}\n`);
        const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) => bytes.subarray(i * size, (i + 1) * size));
        const read: InputLine[] = [];
        for await (const found of readLines(Readable.from(chunks), 12)) read.push(found);
        expect(read).toEqual(texts.map((text, i) => ({ number: i + 1, text: Buffer.byteLength(text) > 12 ? null : text })));
      }),
      { seed: 51 },
    );
  });
});
