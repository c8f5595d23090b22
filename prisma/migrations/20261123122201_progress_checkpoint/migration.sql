-- CreateTable
CREATE TABLE "ProgressCheckpoint" (
    "userId" UUID NOT NULL,
    "rule" TEXT NOT NULL,
    "throughAt" TIMESTAMPTZ(3) NOT NULL,
    "answers" INTEGER NOT NULL,
    "takenBack" INTEGER NOT NULL,
    "counted" BYTEA NOT NULL,
    "measured" BYTEA NOT NULL,
    "memory" BYTEA NOT NULL,

    CONSTRAINT "ProgressCheckpoint_pkey" PRIMARY KEY ("userId")
);

-- AddForeignKey
ALTER TABLE "ProgressCheckpoint" ADD CONSTRAINT "ProgressCheckpoint_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
