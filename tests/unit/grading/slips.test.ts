import { describe, expect, it } from "vitest";
import { allowedTypos, alignmentDistance } from "@/lib/grading/distance";
import { readName } from "@/lib/grading/name-form";
import { areSlips } from "@/lib/grading/slips";
import { toneKey } from "@/lib/grading/tones";

function judge(typed: string, name: string): boolean {
  const [a, b] = [readName(typed, "free"), readName(name, "free")];
  const distance = alignmentDistance(a.words.join(""), b.words.join(""), 3);
  if (distance > Math.max(1, allowedTypos(b.letters))) throw new Error("too far to be asked about");
  return areSlips(a, b, distance);
}

describe("areSlips", () => {
  it.each([
    ["Wencahng", "Wenchang"], ["Wenchan", "Wenchang"], ["Juiquan", "Jiuquan"], ["Yan Liwei", "Yang Liwei"], ["Nei Haisheng", "Nie Haisheng"], ["LongMrach", "Long March"],
    ["Jade Rabitt", "Jade Rabbit"], ["Liquid oxigen kerosine", "Liquid oxygen kerosene"],
  ])("takes %s for %s", (typed, name) => {
    expect(judge(typed, name)).toBe(true);
  });

  it.each([
    ["another town for a town", "Nanchang", "Wenchang"],
    ["another syllable for a short name", "Xiang", "Xi'an"],
    ["another short word", "The West Is Red", "The East Is Red"],
    ["a not that was added", "not China Academy of Space Technology", "China Academy of Space Technology"],
  ])("does not take %s", (_, typed, name) => {
    expect(judge(typed, name)).toBe(false);
  });
});

describe("toneKey", () => {
  it("is the same however the tones are stored and the syllables parted", () => {
    expect(toneKey("Xī'ān")).toBe("xīān");
    expect(toneKey("XI\u0304 A\u0304N")).toBe("xīān");
  });

  it("tells one tone from another and is null without any", () => {
    expect(toneKey("Shǎnxī")).not.toBe(toneKey("Shānxī"));
    expect(toneKey("Shanxi")).toBeNull();
    expect(toneKey("Türkiye")).toBeNull();
  });
});
