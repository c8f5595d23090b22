import { expect, test } from "vitest";
import { compareMemory } from "@/components/settings/memory-words";

test.each([
  { word: "unknown", of: "a newcomer", factor: 1, lowest: 0.3, highest: 3.3 },
  { word: "unknown", of: "one whose range still reaches across", factor: 1.5, lowest: 0.9, highest: 2.5 },
  { word: "usual", of: "one whose narrow range holds 1", factor: 1.05, lowest: 0.9, highest: 1.2 },
  { word: "longer", of: "one whose whole range lies above", factor: 1.4, lowest: 1.1, highest: 1.8 },
  { word: "shorter", of: "one whose whole range lies below", factor: 0.5, lowest: 0.4, highest: 0.65 },
])("the memory of $of is called $word", ({ word, ...comparison }) => expect(compareMemory(comparison)).toBe(word));
