-- CreateTable
CREATE TABLE "Layout" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "generationId" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "language" TEXT,
    "distance" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "jobId" INTEGER,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "manifest" TEXT NOT NULL,
    CONSTRAINT "Layout_generationId_fkey" FOREIGN KEY ("generationId") REFERENCES "Generation" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "Layout_generationId_idx" ON "Layout"("generationId");
