import type { QuizAnswer, QuizQuestion, QuizStatus, RunningQuiz } from "@/lib/quiz/exchange";

export const optionId = (position: number, option: number) => `q${position}-option-${option}`;

const question = (position: number): QuizQuestion => ({
  position,
  form: "multiple-choice",
  kind: "choice",
  stem: `Question ${position}?`,
  options: [0, 1, 2, 3].map((option) => ({ id: optionId(position, option), text: `Option ${option}` })),
  asks: { kind: "name" },
});

export const blankAnswer = (position: number): QuizAnswer => ({ position, sequence: 0, response: null, certainty: null, isFlagged: false, isFinal: false });

export const chosen = (position: number, option: number, sequence: number): QuizAnswer => ({ ...blankAnswer(position), sequence, response: { kind: "choice", option: optionId(position, option) } });

export const status = (clock: Partial<QuizStatus["clock"]> = {}, more: Partial<QuizStatus> = {}): QuizStatus => ({
  isOpen: true,
  isHolder: true,
  clock: { leftMs: 600_000, limitMs: 600_000, question: null, ...clock },
  ...more,
});

/** Three questions in ten minutes, held by this tab. */
export const running = (more: Partial<RunningQuiz> = {}): RunningQuiz => ({
  ...status(),
  attemptId: "0b8f4f0e-6f0a-4c64-9a39-2f4be4c0d001",
  setup: { timer: { kind: "paper", seconds: 600 }, layout: "one", isLockIn: false, marking: "plain", count: 3 },
  questions: [question(0), question(1), question(2)],
  answers: [blankAnswer(0), blankAnswer(1), blankAnswer(2)],
  ...more,
});

const each = { timer: { kind: "question", seconds: 20 }, layout: "one", isLockIn: false, marking: "plain", count: 3 } as const;

/** Three questions of twenty seconds each, of which so many were shown; the last of them is open. */
export function forward(shown: number, leftMs = 20_000): RunningQuiz {
  const open = shown === 0 ? null : { position: shown - 1, leftMs, limitMs: 20_000 };
  const answers = [0, 1, 2].map((position) => ({ ...blankAnswer(position), isFinal: position < shown - 1 }));
  return running({ ...status({ leftMs: null, limitMs: null, question: open }), setup: each, questions: [0, 1, 2].map((position) => (position < shown ? question(position) : null)), answers });
}

export const shownQuestion = question;
