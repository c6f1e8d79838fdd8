import { AppError } from "@/lib/core/errors";
import type { Database } from "@/lib/database/client";
import type { Generation } from "@/lib/database/generations";
import { countMissingCaptions } from "@/lib/database/integrity";
import type { GenerationStore } from "@/lib/vector-index/generation-store";
import type { Fault } from "./verify-types";

const rebuild = "Build it anew: npm run reindex. Nothing is embedded twice, and searches go on with the last good generation meanwhile.";
const drop = (id: string) => `It cannot be gone back to. Delete it: npm run generation -- delete ${id}`;

/** What of a generation is not as it was written: files, counts, and captions that the database has lost. */
export async function findGenerationFaults(db: Database, store: GenerationStore, { id, state, count, manifest }: Generation): Promise<Fault[]> {
  const mend = state === "active" ? rebuild : drop(id);
  try {
    await store.verify(id);
    const onDisk = await store.readManifest(id);
    const { captionIds } = await store.loadLabels(id);
    const faults: Fault[] = [];
    if (onDisk.count !== count || captionIds.length !== count) faults.push({ fault: `It holds ${captionIds.length} captions, its manifest says ${onDisk.count}, and the database ${count}.`, mend });
    if (JSON.stringify(onDisk) !== JSON.stringify(JSON.parse(manifest))) faults.push({ fault: "Its manifest is not the one that the database has.", mend });
    const missing = await countMissingCaptions(db, captionIds);
    if (missing > 0) faults.push({ fault: `The database lacks ${missing} of its captions.`, mend });
    return faults;
  } catch (error) {
    if (error instanceof AppError && (error.code === "index_damaged" || error.code === "not_found")) return [{ fault: error.message, mend }];
    throw error;
  }
}
