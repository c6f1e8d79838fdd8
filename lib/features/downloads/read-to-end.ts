import { openCaptionFiles } from "@/lib/features/ingestion/readers/open-caption-files";

/**
 * Reads an archive of captions to its end: archives carry checksums, so one that was cut off or changed on its way is found out.
 * @throws AppError `bad_input` naming the fault; the signal's reason
 */
export async function readToEnd(file: string, signal?: AbortSignal): Promise<void> {
  for await (const { chunks } of openCaptionFiles(file, { signal })) {
    for await (const { bad } of chunks) void bad;
  }
}
