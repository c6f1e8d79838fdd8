import { connect, configureConnection, type Database } from "@/lib/database/client";
import { migrate } from "@/lib/database/migrate";
import { hashText } from "../../ingestion/stage-file";

const CHUNK = 1000;

/** A database in an empty folder, with these captions, all of one image. For the caller to $disconnect. */
export async function fillDatabase(dataDir: string, texts: readonly string[]): Promise<Database> {
  await migrate(dataDir);
  const db = connect(dataDir);
  await configureConnection(db);
  const image = await db.image.create({ data: { externalId: "1", sortKey: "1", collection: { create: { name: "bench" } } } });
  const source = await db.source.create({ data: { collectionId: image.collectionId, name: "bench", sha256: "", importedAt: new Date() } });
  for (let start = 0; start < texts.length; start += CHUNK) {
    const json = JSON.stringify(texts.slice(start, start + CHUNK).map((text, i) => [String(start + i), text, hashText(text)]));
    await db.$executeRaw`
      INSERT INTO Caption (sourceId, imageId, externalId, language, text, textHash)
      SELECT ${source.id}, ${image.id}, value ->> 0, 'und', value ->> 1, value ->> 2 FROM json_each(${json})`;
  }
  return db;
}
