-- AlterTable
ALTER TABLE "User" ADD COLUMN     "extraMinutes" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "hasNoTimeLimit" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "timeMultiplier" DOUBLE PRECISION NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "QuizAttempt" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "setup" JSONB NOT NULL,
    "scopeName" VARCHAR(200),
    "contentVersion" TEXT NOT NULL,
    "state" VARCHAR(12) NOT NULL DEFAULT 'in_progress',
    "timeZone" TEXT NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "deadlineAt" TIMESTAMPTZ(3),
    "closesAt" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),
    "timeMultiplier" DOUBLE PRECISION NOT NULL DEFAULT 1,
    "extraMs" INTEGER NOT NULL DEFAULT 0,
    "isUnlimited" BOOLEAN NOT NULL DEFAULT false,
    "leaseId" UUID,
    "points" DOUBLE PRECISION,
    "mostPoints" DOUBLE PRECISION,

    CONSTRAINT "QuizAttempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "QuizSlot" (
    "attemptId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "factId" TEXT NOT NULL,
    "itemId" TEXT NOT NULL,
    "item" JSONB NOT NULL,
    "optionIds" TEXT[],
    "openedAt" TIMESTAMPTZ(3),
    "response" JSONB,
    "certainty" INTEGER,
    "isFlagged" BOOLEAN NOT NULL DEFAULT false,
    "isFinal" BOOLEAN NOT NULL DEFAULT false,
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "elapsedMs" INTEGER NOT NULL DEFAULT 0,
    "savedAt" TIMESTAMPTZ(3),
    "verdict" VARCHAR(20),
    "score" DOUBLE PRECISION,
    "points" DOUBLE PRECISION,
    "mostPoints" DOUBLE PRECISION,
    "eventId" UUID,

    CONSTRAINT "QuizSlot_pkey" PRIMARY KEY ("attemptId","position")
);

-- CreateIndex
CREATE INDEX "QuizAttempt_userId_startedAt_idx" ON "QuizAttempt"("userId", "startedAt");

-- CreateIndex
CREATE INDEX "QuizAttempt_state_closesAt_idx" ON "QuizAttempt"("state", "closesAt");

-- AddForeignKey
ALTER TABLE "QuizAttempt" ADD CONSTRAINT "QuizAttempt_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuizSlot" ADD CONSTRAINT "QuizSlot_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "QuizAttempt"("id") ON DELETE CASCADE ON UPDATE CASCADE;
