import { describe, expect, it } from "vitest";
import { readSetupForm, type SetupLimits } from "@/components/quiz-setup/read-setup-form";
import { quizForms, quizLengths, quizSetupSchema, timeLimits, usualSetup } from "@/lib/quiz/quiz-setup";

const limits: SetupLimits = { count: quizLengths, ...timeLimits, forms: quizForms.length };

const usual: Record<string, string | string[]> = {
  what: "all", count: "10", otherCount: "", timer: "paper", minutes: "10", seconds: "30",
  difficulty: "mixed", marking: "plain", change: "free", layout: "one", forms: [...quizForms],
};

function read(changes: Record<string, string | string[]>) {
  const data = new FormData();
  for (const [name, values] of Object.entries({ ...usual, ...changes })) for (const value of [values].flat()) data.append(name, value);
  return readSetupForm(data, limits);
}

const setId = "7d5a1a52-6f0a-4c64-9a39-2f4be4c0d001";

describe("the form for a quiz", () => {
  it("left as it is asks for the usual quiz", () => {
    expect(read({})).toEqual({ ok: true, value: usualSetup });
  });

  it.each([
    ["mistakes", { kind: "mistakes" }],
    [`set:${setId}`, { kind: "set", id: setId }],
    ["entity:shenzhou-5", { kind: "entity", id: "shenzhou-5" }],
  ])("asks about %s", (what, scope) => {
    expect(read({ what })).toMatchObject({ ok: true, value: { scope } });
  });

  it("asks about the ticked topics only while topics are chosen", () => {
    expect(read({ what: "topics", topics: ["engines", "people"] })).toMatchObject({ value: { scope: { kind: "topics", topics: ["engines", "people"] } } });
    expect(read({ what: "all", topics: ["engines"] })).toMatchObject({ value: { scope: { kind: "all" } } });
  });

  it("takes a number of one's own only where it is asked for", () => {
    expect(read({ count: "other", otherCount: "17" })).toMatchObject({ value: { count: 17 } });
    expect(read({ count: "20", otherCount: "17" })).toMatchObject({ value: { count: 20 } });
  });

  it("counts time in seconds, for the quiz, for each question, or not at all", () => {
    expect(read({ minutes: "1.5" })).toMatchObject({ value: { timer: { kind: "paper", seconds: 90 } } });
    expect(read({ timer: "question" })).toMatchObject({ value: { timer: { kind: "question", seconds: 30 } } });
    expect(read({ timer: "none", minutes: "" })).toMatchObject({ value: { timer: { kind: "none" } } });
  });

  it("names some forms, or none where all are ticked", () => {
    expect(read({ forms: ["map", "date"] })).toMatchObject({ value: { forms: ["map", "date"] } });
    expect(read({})).toMatchObject({ value: { forms: null } });
  });

  it.each([
    ["topics", { what: "topics" }],
    ["otherCount", { count: "other", otherCount: "" }],
    ["otherCount", { count: "other", otherCount: "4" }],
    ["otherCount", { count: "other", otherCount: "61" }],
    ["otherCount", { count: "other", otherCount: "7.5" }],
    ["minutes", { minutes: "" }],
    ["minutes", { minutes: "0" }],
    ["minutes", { minutes: "181" }],
    ["seconds", { timer: "question", seconds: "4" }],
    ["seconds", { timer: "question", seconds: "601" }],
    ["forms", { forms: [] }],
  ])("points to %s where the server would refuse %j", (field, changes) => {
    expect(read(changes)).toEqual({ ok: false, error: [field] });
  });

  it("names all faults at once, in the order of the form", () => {
    expect(read({ what: "topics", minutes: "0", forms: [] })).toEqual({ ok: false, error: ["topics", "minutes", "forms"] });
  });

  it.each<Record<string, string | string[]>>([{ count: "5" }, { count: "60" }, { minutes: "180" }, { minutes: "0.17" }, { timer: "question", seconds: "5" }, { change: "locked", layout: "page", marking: "certainty" }, { difficulty: "hard", forms: ["cloze"] }])(
    "sends nothing that the server would not take: %j",
    (changes) => {
      const setup = read(changes);
      expect(setup.ok && quizSetupSchema.safeParse(setup.value)).toMatchObject({ success: true });
    },
  );
});
