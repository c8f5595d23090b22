-- DropIndex
DROP INDEX "ReviewEvent_presentationId_key";

-- AlterTable
ALTER TABLE "MemoryState" ADD COLUMN     "factValue" JSONB,
ADD COLUMN     "intervalDays" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "lastProof" VARCHAR(10) NOT NULL DEFAULT 'produced',
ADD COLUMN     "previousProof" VARCHAR(10);

-- AlterTable
ALTER TABLE "ReviewEvent" ADD COLUMN     "factValue" JSONB,
ADD COLUMN     "optionCount" INTEGER,
ADD COLUMN     "questionEase" DOUBLE PRECISION NOT NULL DEFAULT 0,
ADD COLUMN     "usualMs" INTEGER;

-- AlterTable
ALTER TABLE "User" ADD COLUMN     "calibrationMu" DOUBLE PRECISION NOT NULL DEFAULT 0,
ADD COLUMN     "calibrationVariance" DOUBLE PRECISION NOT NULL DEFAULT 0.36,
ADD COLUMN     "contentVersion" TEXT,
ADD COLUMN     "dailyBudget" INTEGER NOT NULL DEFAULT 20,
ADD COLUMN     "dailyBudgetUnit" VARCHAR(10) NOT NULL DEFAULT 'minutes',
ADD COLUMN     "hasShortcuts" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "memoryModel" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "parametersId" UUID;

-- CreateTable
CREATE TABLE "UndoEvent" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "presentationId" UUID NOT NULL,
    "undoes" UUID NOT NULL,
    "undoneAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "UndoEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FactChoice" (
    "userId" UUID NOT NULL,
    "factId" TEXT NOT NULL,
    "suspendedAt" TIMESTAMPTZ(3),
    "buriedUntil" VARCHAR(10),
    "mnemonic" VARCHAR(1000) NOT NULL DEFAULT '',
    "changedFrom" JSONB,

    CONSTRAINT "FactChoice_pkey" PRIMARY KEY ("userId","factId")
);

-- CreateTable
CREATE TABLE "QuestionHealth" (
    "itemId" TEXT NOT NULL,
    "factId" TEXT NOT NULL,
    "answers" INTEGER NOT NULL,
    "surplus" DOUBLE PRECISION NOT NULL,
    "variance" DOUBLE PRECISION NOT NULL,
    "ease" DOUBLE PRECISION NOT NULL,
    "easeVariance" DOUBLE PRECISION NOT NULL,
    "quarantinedAt" TIMESTAMPTZ(3),
    "clearedAt" TIMESTAMPTZ(3),

    CONSTRAINT "QuestionHealth_pkey" PRIMARY KEY ("itemId")
);

-- CreateTable
CREATE TABLE "ParameterTrial" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "triedAt" TIMESTAMPTZ(3) NOT NULL,
    "engine" VARCHAR(20) NOT NULL DEFAULT 'fsrs-6',
    "itemCount" INTEGER NOT NULL,
    "lossBefore" DOUBLE PRECISION NOT NULL,
    "lossAfter" DOUBLE PRECISION,
    "outcome" VARCHAR(20) NOT NULL,
    "weights" DOUBLE PRECISION[],

    CONSTRAINT "ParameterTrial_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FactSet" (
    "id" UUID NOT NULL,
    "ownerId" UUID NOT NULL,
    "name" VARCHAR(100) NOT NULL,
    "query" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "FactSet_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ExamPlan" (
    "userId" UUID NOT NULL,
    "setId" UUID NOT NULL,
    "examOn" VARCHAR(10) NOT NULL,
    "goal" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "ExamPlan_pkey" PRIMARY KEY ("userId","setId")
);

-- CreateIndex
CREATE INDEX "UndoEvent_userId_undoes_idx" ON "UndoEvent"("userId", "undoes");

-- CreateIndex
CREATE INDEX "UndoEvent_presentationId_idx" ON "UndoEvent"("presentationId");

-- CreateIndex
CREATE INDEX "QuestionHealth_quarantinedAt_idx" ON "QuestionHealth"("quarantinedAt");

-- CreateIndex
CREATE INDEX "ParameterTrial_userId_triedAt_idx" ON "ParameterTrial"("userId", "triedAt");

-- CreateIndex
CREATE INDEX "FactSet_ownerId_createdAt_idx" ON "FactSet"("ownerId", "createdAt");

-- CreateIndex
CREATE INDEX "ReviewEvent_userId_answeredAt_id_idx" ON "ReviewEvent"("userId", "answeredAt", "id");

-- CreateIndex
CREATE INDEX "ReviewEvent_presentationId_idx" ON "ReviewEvent"("presentationId");

-- AddForeignKey
ALTER TABLE "User" ADD CONSTRAINT "User_parametersId_fkey" FOREIGN KEY ("parametersId") REFERENCES "ParameterTrial"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UndoEvent" ADD CONSTRAINT "UndoEvent_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UndoEvent" ADD CONSTRAINT "UndoEvent_presentationId_fkey" FOREIGN KEY ("presentationId") REFERENCES "Presentation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FactChoice" ADD CONSTRAINT "FactChoice_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ParameterTrial" ADD CONSTRAINT "ParameterTrial_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FactSet" ADD CONSTRAINT "FactSet_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ExamPlan" ADD CONSTRAINT "ExamPlan_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ExamPlan" ADD CONSTRAINT "ExamPlan_setId_fkey" FOREIGN KEY ("setId") REFERENCES "FactSet"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The options of questions answered so far, which evidence is weighed by.
UPDATE "ReviewEvent" e SET "optionCount" = jsonb_array_length(p."item"->'options')
FROM "Presentation" p
WHERE p."id" = e."presentationId" AND jsonb_typeof(p."item"->'options') = 'array' AND jsonb_array_length(p."item"->'options') > 0;
