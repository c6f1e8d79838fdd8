import type { OfficialFile } from "@/lib/features/downloads/official-files";
import { formatMegabytes } from "@/scripts/cli/progress/progress-text";

/** What is about to be downloaded, from where, and on what terms. */
export function presentDownloadNotice({ title, file, url, bytes, licence }: OfficialFile): string {
  return [
    `${title}: ${file}, ${bytes === null ? "size not known beforehand" : `${formatMegabytes(bytes)} MB`}`,
    `  from     ${url}`,
    `  licence  ${licence.name} (${licence.url})`,
    `           ${licence.terms}`,
  ].join("\n");
}
