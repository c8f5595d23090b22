import { describe, expect, it } from "vitest";
import { quizDraft } from "@/components/quiz/quiz-draft";
import { moveOfQuizKey } from "@/components/quiz/quiz-keys";
import type { QuizQuestion } from "@/lib/quiz/exchange";
import { shownQuestion } from "./running-quiz";

const withOptions = (count: number, more: Partial<QuizQuestion> = {}): QuizQuestion => ({
  ...shownQuestion(0),
  options: Array.from({ length: count }, (_, i) => ({ id: `option-${i}`, text: `Option ${i}` })),
  ...more,
});

const blank = { response: null };
const press = (key: string, question: QuizQuestion, at: number | null = null) => moveOfQuizKey(key, question, quizDraft(question, blank, at));

describe("the keys of a quiz", () => {
  it.each([
    ["n", "next"],
    ["N", "next"],
    ["ArrowRight", "next"],
    ["Enter", "next"],
    ["p", "previous"],
    ["ArrowLeft", "previous"],
    ["f", "flag"],
    ["?", "help"],
  ])("%s means %s", (key, what) => expect(press(key, withOptions(4))).toEqual({ do: what }));

  it.each([
    ["1", 0],
    ["4", 3],
    ["b", 1],
  ])("%s chooses the option at %d", (key, option) => expect(press(key, withOptions(4))).toEqual({ do: "choose", option }));

  it.each(["5", "e", "x", "Escape"])("%s means nothing with four options", (key) => expect(press(key, withOptions(4))).toBeNull());

  it("leaves the letter f to the sixth option, and its capital to the flag", () => {
    expect(press("f", withOptions(6))).toEqual({ do: "choose", option: 5 });
    expect(press("F", withOptions(6))).toEqual({ do: "flag" });
  });

  it("ticks one of several", () => {
    const several = withOptions(5, { form: "multiple-response", kind: "choices" });
    expect(press("2", several)).toEqual({ do: "draft", draft: { response: { kind: "choices", options: [1] }, at: null } });
  });

  it("takes a row in hand and moves it", () => {
    const order = withOptions(4, { form: "ordering", kind: "order" });
    expect(press("3", order)).toMatchObject({ do: "draft", draft: { at: 2 } });
    expect(press("ArrowUp", order, 2)).toMatchObject({ do: "draft", draft: { response: { order: [0, 2, 1, 3] }, at: 1 } });
  });

  it("gives an option to the first prompt that is open", () => {
    const pairs = withOptions(3, { form: "matching", kind: "pairs", prompts: ["One", "Two"] });
    expect(press("c", pairs)).toMatchObject({ do: "draft", draft: { response: { pairs: [2, null] }, at: 1 } });
  });

  it("chooses nothing where the answer is typed", () => {
    expect(press("1", withOptions(0, { form: "short-answer", kind: "typed" }))).toBeNull();
  });
});
