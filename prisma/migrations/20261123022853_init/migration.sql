-- CreateTable
CREATE TABLE "User" (
    "id" UUID NOT NULL,
    "userName" TEXT,
    "passwordHash" TEXT,
    "sessionVersion" INTEGER NOT NULL DEFAULT 0,
    "timeZone" TEXT NOT NULL DEFAULT 'UTC',
    "dayStartHour" INTEGER NOT NULL DEFAULT 4,
    "desiredRetention" DOUBLE PRECISION NOT NULL DEFAULT 0.9,
    "newFactsPerDay" INTEGER NOT NULL DEFAULT 10,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Presentation" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "factId" TEXT NOT NULL,
    "itemId" TEXT NOT NULL,
    "item" JSONB NOT NULL,
    "contentVersion" TEXT NOT NULL,
    "openKey" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Presentation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReviewEvent" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "presentationId" UUID NOT NULL,
    "factId" TEXT NOT NULL,
    "form" TEXT NOT NULL,
    "response" JSONB NOT NULL,
    "verdict" TEXT NOT NULL,
    "score" DOUBLE PRECISION NOT NULL,
    "rating" INTEGER NOT NULL,
    "elapsedMs" INTEGER NOT NULL,
    "answeredAt" TIMESTAMPTZ(3) NOT NULL,
    "timeZone" TEXT NOT NULL,
    "learnerDay" VARCHAR(10) NOT NULL,

    CONSTRAINT "ReviewEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MemoryState" (
    "userId" UUID NOT NULL,
    "factId" TEXT NOT NULL,
    "stabilityDays" DOUBLE PRECISION NOT NULL,
    "difficulty" DOUBLE PRECISION NOT NULL,
    "reviewCount" INTEGER NOT NULL,
    "lapseCount" INTEGER NOT NULL,
    "firstDay" VARCHAR(10) NOT NULL,
    "lastDay" VARCHAR(10) NOT NULL,
    "dueOn" VARCHAR(10) NOT NULL,

    CONSTRAINT "MemoryState_pkey" PRIMARY KEY ("userId","factId")
);

-- CreateTable
CREATE TABLE "RateLimit" (
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RateLimit_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "User_userName_key" ON "User"("userName");

-- CreateIndex
CREATE UNIQUE INDEX "Presentation_openKey_key" ON "Presentation"("openKey");

-- CreateIndex
CREATE INDEX "Presentation_userId_createdAt_idx" ON "Presentation"("userId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "ReviewEvent_presentationId_key" ON "ReviewEvent"("presentationId");

-- CreateIndex
CREATE INDEX "ReviewEvent_userId_factId_answeredAt_id_idx" ON "ReviewEvent"("userId", "factId", "answeredAt", "id");

-- CreateIndex
CREATE INDEX "ReviewEvent_userId_learnerDay_idx" ON "ReviewEvent"("userId", "learnerDay");

-- CreateIndex
CREATE INDEX "MemoryState_userId_dueOn_idx" ON "MemoryState"("userId", "dueOn");

-- CreateIndex
CREATE INDEX "MemoryState_userId_firstDay_idx" ON "MemoryState"("userId", "firstDay");

-- AddForeignKey
ALTER TABLE "Presentation" ADD CONSTRAINT "Presentation_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewEvent" ADD CONSTRAINT "ReviewEvent_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewEvent" ADD CONSTRAINT "ReviewEvent_presentationId_fkey" FOREIGN KEY ("presentationId") REFERENCES "Presentation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MemoryState" ADD CONSTRAINT "MemoryState_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
