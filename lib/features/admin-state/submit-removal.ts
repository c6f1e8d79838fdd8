import { AppError } from "@/lib/core/errors";
import type { Database } from "@/lib/database/client";
import type { JobView } from "@/lib/features/jobs/job-types";
import { submitJob } from "@/lib/features/jobs/submit-job";
import { listSources } from "@/lib/features/reindexing/list-sources";

/**
 * Makes the re-index that takes a source out.
 * @throws AppError `not_found`; `conflict` where it is out already
 */
export async function submitRemoval(db: Database, sourceId: number, requestedBy: string): Promise<JobView> {
  const source = (await listSources(db)).find(({ id }) => id === sourceId);
  if (!source) throw new AppError("not_found", `There is no source ${sourceId}. GET /api/v1/admin/sources lists those there are.`);
  if (source.removedAt !== null) throw new AppError("conflict", `The source ${source.name} of the collection ${source.collection} was removed already.`);
  return submitJob(db, "reindex", { remove: { sourceIds: [sourceId], captionIds: [] } }, requestedBy);
}
