import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync(new URL("../../../app/globals.css", import.meta.url), "utf8");
const tokens = new Map(
  [...css.matchAll(/--color-([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map((match) => [
    match[1]!,
    { light: match[2]!, dark: match[3]! },
  ]),
);

/** Relative luminance of WCAG 2.2. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

const grounds = ["paper", "surface", "sunken"];
const on = (names: string[], ground: string[]) => names.flatMap((name) => ground.map((below) => [name, below] as const));

const texts = [
  ...on(["ink", "muted"], grounds),
  ...on(["accent", "accent-strong"], ["paper", "surface"]),
  ...on(["on-accent"], ["accent", "accent-strong"]),
  ...on(["correct", "ink", "muted"], ["correct-soft"]),
  ...on(["wrong", "ink", "muted"], ["wrong-soft"]),
  ...on(["correct", "wrong"], ["paper", "surface"]),
];
const controls = on(["control", "focus", "correct", "wrong"], ["paper", "surface", "correct-soft", "wrong-soft"]);

describe.each(["light", "dark"] as const)("in %s", (scheme) => {
  const colour = (name: string) => tokens.get(name)![scheme];

  it.each(texts)("text in %s is readable on %s (4.5:1)", (text, ground) => {
    expect(contrast(colour(text), colour(ground))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(controls)("a control edged in %s stands out on %s (3:1)", (edge, ground) => {
    expect(contrast(colour(edge), colour(ground))).toBeGreaterThanOrEqual(3);
  });
});
