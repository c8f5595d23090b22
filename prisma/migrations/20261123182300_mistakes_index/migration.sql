-- The answers that may show what is taken for what (lib/data/confusions.ts), the latest of which are found without looking through all others.
-- The schema has no word for the condition of an index, so it stands here only.
CREATE INDEX "ReviewEvent_mistake_idx" ON "ReviewEvent" ("userId", "answeredAt", "id")
WHERE ("rating" = 1 OR "verdict" = 'partial') AND "form" NOT IN ('flashcard', 'ordering', 'comparison') AND ("optionCount" IS NOT NULL OR "verdict" = 'other-entity');
