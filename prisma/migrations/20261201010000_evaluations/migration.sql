-- CreateTable
CREATE TABLE "Calibration" (
    "generationId" TEXT NOT NULL PRIMARY KEY,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "report" TEXT NOT NULL,
    CONSTRAINT "Calibration_generationId_fkey" FOREIGN KEY ("generationId") REFERENCES "Generation" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Evaluation" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "generationId" TEXT,
    "modelName" TEXT NOT NULL,
    "modelSha256" TEXT NOT NULL,
    "dimensions" INTEGER NOT NULL,
    "jobId" INTEGER,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "report" TEXT NOT NULL
);

-- CreateIndex
CREATE INDEX "Evaluation_generationId_idx" ON "Evaluation"("generationId");

-- CreateTable
CREATE TABLE "EvaluationFinding" (
    "evaluationId" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "detail" TEXT NOT NULL,

    PRIMARY KEY ("evaluationId", "kind", "place"),
    CONSTRAINT "EvaluationFinding_evaluationId_fkey" FOREIGN KEY ("evaluationId") REFERENCES "Evaluation" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
