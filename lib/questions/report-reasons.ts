/** What may be at fault with a question, for a learner to choose from. */
export const reportReasons = ["wrong-answer", "several-right", "unclear", "typo", "other"] as const;
export type ReportReason = (typeof reportReasons)[number];
