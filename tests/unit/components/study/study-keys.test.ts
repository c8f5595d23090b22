import { describe, expect, it } from "vitest";
import type { Stage } from "@/components/study/session-reducer";
import { moveOfKey } from "@/components/study/use-study-keys";
import type { StudyCard } from "@/lib/questions/study-card";

const asking = (form: StudyCard["form"], isFlipped = false): Stage => ({
  at: "asking",
  isFlipped,
  again: null,
  card: {
    presentationId: "p",
    factId: "f",
    form,
    stem: "From which site was Shenzhou 5 launched?",
    options: form === "multiple-choice" ? ["Jiuquan", "Xichang", "Taiyuan"] : [],
    asks: { kind: "name" },
    isNew: false,
  },
});

/** What a key does, in words. */
function effectOf(key: string, stage: Stage): string {
  const effects: string[] = [];
  moveOfKey(
    key,
    stage,
  )?.({
    answer: (response) => effects.push(JSON.stringify(response)),
    flip: () => effects.push("flip"),
    goOn: () => effects.push("go on"),
    help: () => effects.push("help"),
  });
  return effects.join() || "nothing";
}

const option = (index: number) => `{"kind":"choice","option":${index}}`;
const rating = (value: number) => `{"kind":"rating","rating":${value}}`;

describe("keys in a session", () => {
  it.each<[string, Stage, string]>([
    ["1", asking("multiple-choice"), option(0)],
    ["3", asking("multiple-choice"), option(2)],
    ["4", asking("multiple-choice"), "nothing"],
    ["a", asking("multiple-choice"), option(0)],
    ["C", asking("multiple-choice"), option(2)],
    ["d", asking("multiple-choice"), "nothing"],
    ["Enter", asking("multiple-choice"), "nothing"],
    [" ", asking("flashcard"), "flip"],
    ["Enter", asking("flashcard"), "flip"],
    ["3", asking("flashcard"), "nothing"],
    ["1", asking("flashcard", true), rating(1)],
    ["4", asking("flashcard", true), rating(4)],
    ["5", asking("flashcard", true), "nothing"],
    ["a", asking("flashcard", true), "nothing"],
    ["1", asking("short-answer"), "nothing"],
    ["Enter", { at: "done" }, "nothing"],
    ["1", { at: "waiting" }, "nothing"],
    ["?", asking("flashcard"), "help"],
  ])("%j at %o: %s", (key, stage, effect) => {
    expect(effectOf(key, stage)).toBe(effect);
  });
});
