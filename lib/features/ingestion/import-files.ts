import { clearStaging } from "@/lib/database/staging";
import type { JobContext } from "@/lib/features/jobs/job-context";
import type { SkippedMember } from "./caption-file";
import type { IngestRequest, IngestSummary } from "./ingest-types";
import { passOverTokenized } from "./pass-over-tokenized";
import { openCaptionFiles } from "./readers/open-caption-files";
import { stageFile, type StagedFile } from "./stage-file";
import { storeFiles } from "./store-files";

/** Reads all files, then stores what is new in them: all of it or nothing. */
export async function importFiles(request: IngestRequest, { db, jobId, meter, signal }: JobContext): Promise<Pick<IngestSummary, "sources" | "skippedMembers">> {
  const skippedMembers: SkippedMember[] = [];
  const staged: StagedFile[] = [];
  for (const file of request.files) {
    for await (const member of openCaptionFiles(file, { signal, onSkippedMember: (skipped: SkippedMember) => skippedMembers.push(skipped) })) {
      staged.push(await stageFile(db, member, { jobId, part: staged.length }, request, meter));
    }
  }
  const { files, repeated } = passOverTokenized(staged);
  const sources = await storeFiles(db, files, { jobId, request, meter, signal });
  await clearStaging(db);
  return { sources, skippedMembers: [...skippedMembers, ...repeated] };
}
