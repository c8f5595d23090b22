import { describe, expect, it } from "vitest";
import { gradeBoolean, gradeText } from "@/lib/grading/grade-text";

describe("gradeText", () => {
  it.each([
    ["1045", "1045", "exact"],
    ["Luoyang, Henan", "luoyang henan", "exact"],
    ["Luoyang, Henan", "Luoyang", "alias"],
    ["Fat Five (胖五)", "胖五", "alias"],
    ["Fat Five (胖五)", "Fat 5", "alias"],
    ["Ji’an, Jiangxi", "Jian, Jiangxi", "exact"],
    ["Base 067", "base 67", "exact"],
    ["Firefly", "firefly", "exact"],
    ["Firefly", "Firefli", "typo"],
    ["California Institute of Technology", "California Institut of Technology", "typo"],
  ])("for %j takes %j as %s", (text, typed, verdict) => {
    expect(gradeText(text, typed)).toMatchObject({ verdict, score: 1 });
  });

  it.each([
    ["1045", "1046"],
    ["Base 067", "Base 062"],
    ["Luoyang, Henan", "Henan"],
    ["positioning, navigation and timing", "positioning"],
    ["Luna 24 (1976)", "1976"],
    ["Firefly", "Butterfly"],
    ["Firefly", "?"],
  ])("for %j does not take %j", (text, typed) => {
    expect(gradeText(text, typed)).toMatchObject({ verdict: "wrong", score: 0 });
  });
});

describe("gradeBoolean", () => {
  it.each([[true, "Yes", 1], [true, "no", 0], [false, "否", 1], [false, "true", 0], [true, "perhaps", 0]])("for %s gives %j %d", (value, typed, score) => {
    expect(gradeBoolean(value, typed).score).toBe(score);
  });
});
