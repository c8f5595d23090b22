-- CreateTable
CREATE TABLE "QuestionReport" (
    "id" UUID NOT NULL,
    "userId" UUID,
    "presentationId" UUID NOT NULL,
    "factId" TEXT NOT NULL,
    "itemId" TEXT NOT NULL,
    "item" JSONB NOT NULL,
    "contentVersion" TEXT NOT NULL,
    "response" JSONB,
    "reason" TEXT NOT NULL,
    "comment" VARCHAR(1000) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "QuestionReport_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "QuestionReport_closedAt_createdAt_idx" ON "QuestionReport"("closedAt", "createdAt");

-- CreateIndex
CREATE INDEX "QuestionReport_userId_createdAt_idx" ON "QuestionReport"("userId", "createdAt");

-- AddForeignKey
ALTER TABLE "QuestionReport" ADD CONSTRAINT "QuestionReport_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;
