import { describe, expect, it } from "vitest";
import { beginDraft, type Draft } from "@/components/answer/draft";
import type { Stage } from "@/components/study/session-state";
import { isUndoKey, moveOfKey } from "@/components/study/use-study-keys";
import type { StudyCard } from "@/lib/questions/study-card";

const sites = ["Jiuquan", "Xichang", "Taiyuan"];
const withOptions: StudyCard["form"][] = ["multiple-choice", "multiple-response", "ordering", "matching", "true-false", "map"];

function asking(form: StudyCard["form"], { isFlipped = false, draft }: { isFlipped?: boolean; draft?: Draft } = {}): Stage {
  const card: StudyCard = {
    presentationId: "p",
    factId: "f",
    form,
    stem: "From which site was Shenzhou 5 launched?",
    options: withOptions.includes(form) ? sites : [],
    ...(form === "matching" && { prompts: ["Shenzhou 5", "Tianwen-1"] }),
    asks: { kind: "name" },
    isNew: false,
  };
  return { at: "asking", isFlipped, again: null, card, draft: draft ?? beginDraft(card) };
}

/** What a key does, in words. */
function effectOf(key: string, stage: Stage): string {
  const effects: string[] = [];
  moveOfKey(
    key,
    stage,
  )?.({
    answer: (response) => effects.push(JSON.stringify(response)),
    draft: ({ response, at }) => effects.push(`draft ${JSON.stringify(response)} at ${at}`),
    flip: () => effects.push("flip"),
    goOn: () => effects.push("go on"),
    help: () => effects.push("help"),
    undo: () => effects.push("undo"),
  });
  return effects.join() || "nothing";
}

const option = (index: number) => `{"kind":"choice","option":${index}}`;
const choices = (...options: number[]): Draft => ({ response: { kind: "choices", options }, at: null });
const order = (at: number | null, ...places: number[]): Draft => ({ response: { kind: "order", order: places }, at });
const pairs = (at: number, ...options: (number | null)[]): Draft => ({ response: { kind: "pairs", pairs: options }, at });
const drafted = ({ response, at }: Draft) => `draft ${JSON.stringify(response)} at ${at}`;
const answered = ({ response }: Draft) => JSON.stringify(response);
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
    ["1", asking("flashcard", { isFlipped: true }), rating(1)],
    ["4", asking("flashcard", { isFlipped: true }), rating(4)],
    ["5", asking("flashcard", { isFlipped: true }), "nothing"],
    ["a", asking("flashcard", { isFlipped: true }), "nothing"],
    ["1", asking("short-answer"), "nothing"],
    ["Enter", { at: "done" }, "nothing"],
    ["1", { at: "waiting" }, "nothing"],
    ["?", asking("flashcard"), "help"],
    ["b", asking("true-false"), option(1)],
    ["2", asking("map"), option(1)],
    ["2", asking("numeric"), "nothing"],
    ["Enter", asking("cloze"), "nothing"],
    ["2", asking("multiple-response"), drafted(choices(1))],
    ["A", asking("multiple-response", { draft: choices(0, 1) }), drafted(choices(1))],
    ["4", asking("multiple-response"), "nothing"],
    ["Enter", asking("multiple-response"), "nothing"],
    ["Enter", asking("multiple-response", { draft: choices(1) }), answered(choices(1))],
    [" ", asking("multiple-response", { draft: choices(1) }), "nothing"],
    ["3", asking("ordering"), drafted(order(2, 0, 1, 2))],
    ["ArrowUp", asking("ordering"), "nothing"],
    ["ArrowUp", asking("ordering", { draft: order(2, 0, 1, 2) }), drafted(order(1, 0, 2, 1))],
    ["ArrowDown", asking("ordering", { draft: order(0, 0, 1, 2) }), drafted(order(1, 1, 0, 2))],
    ["ArrowDown", asking("ordering", { draft: order(2, 0, 1, 2) }), drafted(order(2, 0, 1, 2))],
    ["Enter", asking("ordering"), answered(order(null, 0, 1, 2))],
    ["2", asking("matching"), drafted(pairs(1, null, null))],
    ["3", asking("matching"), "nothing"],
    ["c", asking("matching"), drafted(pairs(1, 2, null))],
    ["d", asking("matching"), "nothing"],
    ["Backspace", asking("matching", { draft: pairs(0, 2, 1) }), drafted(pairs(0, null, 1))],
    ["Enter", asking("matching"), "nothing"],
    ["Enter", asking("matching", { draft: pairs(0, null, 1) }), answered(pairs(0, null, 1))],
    ["ArrowDown", asking("multiple-choice"), "nothing"],
  ])("%j at %o: %s", (key, stage, effect) => {
    expect(effectOf(key, stage)).toBe(effect);
  });
});

describe("the key that takes an answer back", () => {
  const plain = { key: "z", code: "KeyZ", isComposing: false, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

  it.each([
    ["Ctrl+Z", { ctrlKey: true }, true],
    ["⌘Z", { metaKey: true }, true],
    ["Ctrl+Z with Caps Lock", { ctrlKey: true, key: "Z" }, true],
    ["Ctrl+Z on a German keyboard, where Z is elsewhere", { ctrlKey: true, code: "KeyY" }, true],
    ["Ctrl and the key at that place on a Russian keyboard", { ctrlKey: true, key: "я" }, true],
    ["Ctrl+Y on a German keyboard, at that place", { ctrlKey: true, key: "y" }, false],
    ["z alone", {}, false],
    ["Ctrl+Shift+Z, which does again", { ctrlKey: true, shiftKey: true }, false],
    ["Ctrl+Alt+Z", { ctrlKey: true, altKey: true }, false],
    ["Ctrl+Z while a Chinese word is being written", { ctrlKey: true, isComposing: true }, false],
  ])("%s", (_, pressed, isUndo) => {
    expect(isUndoKey({ ...plain, ...pressed })).toBe(isUndo);
  });
});
