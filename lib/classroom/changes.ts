/** What teachers can change in a class; each is written down with who did it. */
export const changeKinds = [
  "class-made", "class-renamed", "class-archived", "class-restored", "class-handed-over", "join-code-changed", "join-code-closed",
  "member-joined", "member-left", "member-removed", "member-renamed", "member-restored", "accounts-made", "password-renewed", "accommodation-changed", "teacher-appointed", "teacher-dismissed",
  "assignment-made", "assignment-changed", "assignment-published", "assignment-withdrawn", "assignment-deleted", "question-left-out", "question-counted-again",
  "score-overridden", "score-restored", "excused", "excuse-taken-back", "set-published", "set-withdrawn",
] as const;
export type ChangeKind = (typeof changeKinds)[number];
