-- AlterTable
ALTER TABLE "Job" ADD COLUMN "device" TEXT;

-- Prisma would make the table anew; SQLite adds columns with constant defaults in place, however many vectors refer to it.
-- AlterTable
ALTER TABLE "Model" ADD COLUMN "reference" TEXT NOT NULL DEFAULT '{"kind":"bundled","id":"kotomap-ja-en-v1"}';
ALTER TABLE "Model" ADD COLUMN "settings" TEXT NOT NULL DEFAULT '{}';
