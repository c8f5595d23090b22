-- Answers from before the count was kept: the question as it was shown has it.
UPDATE "ReviewEvent" e
SET "optionCount" = jsonb_array_length(p."item" -> 'options')
FROM "Presentation" p
WHERE p."id" = e."presentationId"
  AND e."optionCount" IS NULL
  AND CASE WHEN jsonb_typeof(p."item" -> 'options') = 'array' THEN jsonb_array_length(p."item" -> 'options') > 0 ELSE false END;
