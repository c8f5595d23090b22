-- AlterTable
ALTER TABLE "FactSet" ADD COLUMN     "ownFacts" JSONB,
ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "shareCode" VARCHAR(24);

-- AlterTable
ALTER TABLE "QuizAttempt" ADD COLUMN     "assignmentId" UUID,
ADD COLUMN     "paperRevision" INTEGER;

-- AlterTable
ALTER TABLE "User" ADD COLUMN     "isOneTime" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "FactSetRevision" (
    "setId" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "name" VARCHAR(100) NOT NULL,
    "query" JSONB NOT NULL,
    "ownFacts" JSONB,
    "replacedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "FactSetRevision_pkey" PRIMARY KEY ("setId","revision")
);

-- CreateTable
CREATE TABLE "ClassSet" (
    "classId" UUID NOT NULL,
    "setId" UUID NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ClassSet_pkey" PRIMARY KEY ("classId","setId")
);

-- CreateTable
CREATE TABLE "Class" (
    "id" UUID NOT NULL,
    "name" VARCHAR(100) NOT NULL,
    "joinCode" VARCHAR(12),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "archivedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Class_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ClassMember" (
    "classId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "role" VARCHAR(10) NOT NULL,
    "name" VARCHAR(100) NOT NULL,
    "joinedAt" TIMESTAMPTZ(3) NOT NULL,
    "removedAt" TIMESTAMPTZ(3),
    "isManaged" BOOLEAN NOT NULL DEFAULT false,
    "timeMultiplier" DOUBLE PRECISION NOT NULL DEFAULT 1,
    "extraMinutes" INTEGER NOT NULL DEFAULT 0,
    "hasNoTimeLimit" BOOLEAN NOT NULL DEFAULT false,
    "extraAttempts" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "ClassMember_pkey" PRIMARY KEY ("classId","userId")
);

-- CreateTable
CREATE TABLE "Assignment" (
    "id" UUID NOT NULL,
    "classId" UUID NOT NULL,
    "title" VARCHAR(150) NOT NULL,
    "instructions" VARCHAR(2000) NOT NULL DEFAULT '',
    "plan" JSONB NOT NULL,
    "setId" UUID,
    "isPublished" BOOLEAN NOT NULL DEFAULT false,
    "isForAll" BOOLEAN NOT NULL DEFAULT true,
    "opensAt" TIMESTAMPTZ(3),
    "dueAt" TIMESTAMPTZ(3),
    "closesAt" TIMESTAMPTZ(3),
    "paperRevision" INTEGER,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Assignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AssignmentPaper" (
    "assignmentId" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "items" JSONB NOT NULL,
    "scopeName" VARCHAR(200),
    "contentVersion" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "AssignmentPaper_pkey" PRIMARY KEY ("assignmentId","revision")
);

-- CreateTable
CREATE TABLE "AssignedWork" (
    "assignmentId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "isChosen" BOOLEAN NOT NULL DEFAULT false,
    "isExcused" BOOLEAN NOT NULL DEFAULT false,
    "score" DOUBLE PRECISION,
    "note" VARCHAR(1000) NOT NULL DEFAULT '',
    "reachedAt" TIMESTAMPTZ(3),

    CONSTRAINT "AssignedWork_pkey" PRIMARY KEY ("assignmentId","userId")
);

-- CreateTable
CREATE TABLE "ClassChange" (
    "id" UUID NOT NULL,
    "classId" UUID NOT NULL,
    "actorId" UUID,
    "actorName" VARCHAR(100) NOT NULL,
    "kind" VARCHAR(40) NOT NULL,
    "subjectId" VARCHAR(200),
    "about" VARCHAR(200) NOT NULL DEFAULT '',
    "details" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ClassChange_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ClassSet_setId_idx" ON "ClassSet"("setId");

-- CreateIndex
CREATE UNIQUE INDEX "Class_joinCode_key" ON "Class"("joinCode");

-- CreateIndex
CREATE INDEX "ClassMember_userId_idx" ON "ClassMember"("userId");

-- CreateIndex
CREATE INDEX "Assignment_classId_createdAt_idx" ON "Assignment"("classId", "createdAt");

-- CreateIndex
CREATE INDEX "Assignment_setId_idx" ON "Assignment"("setId");

-- CreateIndex
CREATE INDEX "AssignedWork_userId_idx" ON "AssignedWork"("userId");

-- CreateIndex
CREATE INDEX "ClassChange_classId_at_id_idx" ON "ClassChange"("classId", "at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "FactSet_shareCode_key" ON "FactSet"("shareCode");

-- CreateIndex
CREATE INDEX "QuizAttempt_assignmentId_userId_idx" ON "QuizAttempt"("assignmentId", "userId");

-- AddForeignKey
ALTER TABLE "FactSetRevision" ADD CONSTRAINT "FactSetRevision_setId_fkey" FOREIGN KEY ("setId") REFERENCES "FactSet"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClassSet" ADD CONSTRAINT "ClassSet_classId_fkey" FOREIGN KEY ("classId") REFERENCES "Class"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClassSet" ADD CONSTRAINT "ClassSet_setId_fkey" FOREIGN KEY ("setId") REFERENCES "FactSet"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClassMember" ADD CONSTRAINT "ClassMember_classId_fkey" FOREIGN KEY ("classId") REFERENCES "Class"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClassMember" ADD CONSTRAINT "ClassMember_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_classId_fkey" FOREIGN KEY ("classId") REFERENCES "Class"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_setId_fkey" FOREIGN KEY ("setId") REFERENCES "FactSet"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AssignmentPaper" ADD CONSTRAINT "AssignmentPaper_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AssignedWork" ADD CONSTRAINT "AssignedWork_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AssignedWork" ADD CONSTRAINT "AssignedWork_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClassChange" ADD CONSTRAINT "ClassChange_classId_fkey" FOREIGN KEY ("classId") REFERENCES "Class"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuizAttempt" ADD CONSTRAINT "QuizAttempt_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- One open attempt for a person and an assignment, whatever arrives at the same moment; Prisma's schema cannot say it.
CREATE UNIQUE INDEX "QuizAttempt_open_assignment_key" ON "QuizAttempt" ("assignmentId", "userId") WHERE "state" = 'in_progress';
