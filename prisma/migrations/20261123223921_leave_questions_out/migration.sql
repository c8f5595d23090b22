-- AlterTable
ALTER TABLE "AssignmentPaper" ADD COLUMN     "leftOut" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "QuizSlot" ADD COLUMN     "isLeftOut" BOOLEAN NOT NULL DEFAULT false;
