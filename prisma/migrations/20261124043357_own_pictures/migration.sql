-- CreateTable
CREATE TABLE "OwnPicture" (
    "id" UUID NOT NULL,
    "ownerId" UUID NOT NULL,
    "setId" UUID,
    "bytes" BYTEA NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "OwnPicture_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "OwnPicture_ownerId_idx" ON "OwnPicture"("ownerId");

-- CreateIndex
CREATE INDEX "OwnPicture_setId_createdAt_idx" ON "OwnPicture"("setId", "createdAt");

-- AddForeignKey
ALTER TABLE "OwnPicture" ADD CONSTRAINT "OwnPicture_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OwnPicture" ADD CONSTRAINT "OwnPicture_setId_fkey" FOREIGN KEY ("setId") REFERENCES "FactSet"("id") ON DELETE CASCADE ON UPDATE CASCADE;
