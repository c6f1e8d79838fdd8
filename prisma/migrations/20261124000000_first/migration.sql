-- CreateTable
CREATE TABLE "Collection" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "name" TEXT NOT NULL,
    "imagesDir" TEXT,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP
);

-- CreateTable
CREATE TABLE "Source" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "collectionId" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "language" TEXT,
    "licence" TEXT,
    "description" TEXT,
    "url" TEXT,
    "sha256" TEXT NOT NULL,
    "importedAt" DATETIME NOT NULL,
    CONSTRAINT "Source_collectionId_fkey" FOREIGN KEY ("collectionId") REFERENCES "Collection" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Image" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "collectionId" INTEGER NOT NULL,
    "externalId" TEXT NOT NULL,
    "sortKey" TEXT NOT NULL,
    "url" TEXT,
    "originalUrl" TEXT,
    "fileName" TEXT,
    "width" INTEGER,
    "height" INTEGER,
    "licence" TEXT,
    CONSTRAINT "Image_collectionId_fkey" FOREIGN KEY ("collectionId") REFERENCES "Collection" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Caption" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "sourceId" INTEGER NOT NULL,
    "imageId" INTEGER NOT NULL,
    "externalId" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "textHash" TEXT NOT NULL,
    CONSTRAINT "Caption_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Caption_imageId_fkey" FOREIGN KEY ("imageId") REFERENCES "Image" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Model" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "dimensions" INTEGER NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP
);

-- CreateTable
CREATE TABLE "Embedding" (
    "modelId" INTEGER NOT NULL,
    "captionId" INTEGER NOT NULL,
    "textHash" TEXT NOT NULL,
    "vector" BLOB NOT NULL,

    PRIMARY KEY ("modelId", "captionId"),
    CONSTRAINT "Embedding_modelId_fkey" FOREIGN KEY ("modelId") REFERENCES "Model" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Embedding_captionId_fkey" FOREIGN KEY ("captionId") REFERENCES "Caption" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Generation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "modelName" TEXT NOT NULL,
    "modelSha256" TEXT NOT NULL,
    "dimensions" INTEGER NOT NULL,
    "count" INTEGER NOT NULL,
    "contentSha256" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "activatedAt" DATETIME,
    "manifest" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "Job" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "stage" TEXT,
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER,
    "rate" REAL,
    "parameters" TEXT NOT NULL,
    "result" TEXT,
    "error" TEXT,
    "worker" TEXT,
    "heartbeatAt" DATETIME,
    "startedAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finishedAt" DATETIME
);

-- CreateTable
CREATE TABLE "StagedImage" (
    "jobId" INTEGER NOT NULL,
    "part" INTEGER NOT NULL,
    "externalId" TEXT NOT NULL,
    "url" TEXT,
    "originalUrl" TEXT,
    "fileName" TEXT,
    "width" INTEGER,
    "height" INTEGER,
    "licence" TEXT,

    PRIMARY KEY ("jobId", "part", "externalId")
);

-- CreateTable
CREATE TABLE "StagedCaption" (
    "jobId" INTEGER NOT NULL,
    "part" INTEGER NOT NULL,
    "record" INTEGER NOT NULL,
    "externalId" TEXT,
    "imageExternalId" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "textHash" TEXT NOT NULL,

    PRIMARY KEY ("jobId", "part", "record")
);

-- CreateIndex
CREATE UNIQUE INDEX "Collection_name_key" ON "Collection"("name");

-- CreateIndex
CREATE UNIQUE INDEX "Source_collectionId_name_key" ON "Source"("collectionId", "name");

-- CreateIndex
CREATE INDEX "Image_collectionId_sortKey_idx" ON "Image"("collectionId", "sortKey");

-- CreateIndex
CREATE UNIQUE INDEX "Image_collectionId_externalId_key" ON "Image"("collectionId", "externalId");

-- CreateIndex
CREATE INDEX "Caption_imageId_idx" ON "Caption"("imageId");

-- CreateIndex
CREATE UNIQUE INDEX "Caption_sourceId_externalId_key" ON "Caption"("sourceId", "externalId");

-- CreateIndex
CREATE UNIQUE INDEX "Model_sha256_key" ON "Model"("sha256");

-- CreateIndex
CREATE INDEX "Embedding_captionId_idx" ON "Embedding"("captionId");

-- CreateIndex
CREATE INDEX "Generation_state_idx" ON "Generation"("state");

-- CreateIndex
CREATE INDEX "Job_kind_state_idx" ON "Job"("kind", "state");

-- CreateIndex
CREATE INDEX "StagedCaption_jobId_part_externalId_idx" ON "StagedCaption"("jobId", "part", "externalId");

-- CreateIndex
CREATE INDEX "StagedCaption_jobId_part_imageExternalId_idx" ON "StagedCaption"("jobId", "part", "imageExternalId");

