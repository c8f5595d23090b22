import { describe, expect, it } from "vitest";
import { memberNameSchema } from "@/lib/classroom/names";

describe("a name in a class", () => {
  it.each([
    ["Mia  Weber ", "Mia Weber"],
    ["欧阳\n若曦", "欧阳 若曦"],
    ["Zoe\u0301", "Zoé"],
    ["x".repeat(100), "x".repeat(100)],
  ])("is kept in one line: %j", (given, kept) => expect(memberNameSchema.parse(given)).toBe(kept));

  it.each(["", "  \n ", "\u200b\u200b", "x".repeat(101), "a\ud800", 7, null])("is not %j", (given) => expect(memberNameSchema.safeParse(given).success).toBe(false));
});
