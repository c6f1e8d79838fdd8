import { rm } from "node:fs/promises";
import path from "node:path";
import { downloadFile } from "@/lib/core/download/download-file";
import type { DownloadProblem } from "@/lib/core/download/transfer-failure";
import { TransferMeter, type TransferProgress } from "@/lib/core/download/transfer-meter";
import { readEnv } from "@/lib/core/env";
import { AppError } from "@/lib/core/errors";
import { officialFiles, type OfficialFile, type OfficialName } from "./official-files";
import { pinFile, readPin, writePin } from "./pin-file";
import { readToEnd } from "./read-to-end";

interface FetchOptions {
  dataDir?: string;
  /** Defaults to the files that their authors publish. */
  catalogue?: Record<OfficialName, OfficialFile>;
  /** Base address in place of the authors' sites; null: theirs. */
  mirror?: string | null;
  signal?: AbortSignal;
  onProgress?: (progress: TransferProgress) => void;
  /** Called before a file is fetched, with the address it comes from; not where it is kept already. */
  announce?: (file: OfficialFile) => void;
  /** Seconds before a broken connection is tried again. */
  pause?: number;
}

export interface FetchedFile {
  path: string;
  collection: string;
  language: string;
}

/**
 * Downloads official caption files into `<dataDir>/downloads`, or finds them there. What is not known by a published SHA-256 is known by that of its first download.
 * @throws AppError `invalid_parameter` for files that hold the same captions; `download_failed` naming address and mend; `cancelled`; `disk_full`
 */
export async function fetchOfficialFiles(names: OfficialName[], options: FetchOptions = {}): Promise<FetchedFile[]> {
  const { dataDir = readEnv().dataDir, catalogue = officialFiles, mirror = readEnv().downloadMirror, onProgress = () => undefined } = options;
  checkTogether(names);
  const meter = new TransferMeter(onProgress);
  const fetched: FetchedFile[] = [];
  for (const name of new Set(names)) {
    const official = catalogue[name];
    const from = mirror === null ? official : { ...official, url: `${mirror}/${official.file}` };
    const to = path.join(dataDir, "downloads", official.file);
    await fetchOne(from, to, meter, options);
    fetched.push({ path: to, collection: official.collection, language: official.language });
  }
  return fetched;
}

function checkTogether(names: OfficialName[]): void {
  if (!names.includes("coco-2014") || !names.includes("coco-2017")) return;
  throw new AppError("invalid_parameter", "coco-2014 and coco-2017 hold the same captions, shared out differently: download one of them.", { field: "download" });
}

async function fetchOne(official: OfficialFile, to: string, meter: TransferMeter, { signal, announce, pause }: FetchOptions): Promise<void> {
  const pin = official.sha256 === null ? await readPin(to) : null;
  meter.begin(official.file);
  const { sha256 } = await downloadFile({
    url: official.url,
    to,
    expected: { bytes: official.bytes ?? undefined, sha256: official.sha256 ?? pin ?? undefined, head: headOf(official.file) },
    signal,
    pause,
    onStart: () => announce?.(official),
    onProgress: (done, total) => meter.advanceTo(done, total),
    mend: (problem) => mend(official, problem, pin === null ? null : pinFile(to)),
  });
  if (official.sha256 !== null || pin !== null) return;
  await checkWhole(official, to, signal);
  await writePin(to, sha256);
}

/** What nobody has published a SHA-256 of is believed, and pinned, once it was read to its end; else it goes, so that the next call fetches it anew. */
async function checkWhole(official: OfficialFile, file: string, signal?: AbortSignal): Promise<void> {
  try {
    await readToEnd(file, signal);
  } catch (cause) {
    if (signal?.aborted || !(cause instanceof AppError)) throw cause;
    await rm(file, { force: true });
    throw new AppError("download_failed", `What came from ${official.url} is damaged and was removed: ${cause.message} ${mend(official, { kind: "no-answer" }, null)}`, { field: official.file, cause });
  }
}

/** How archives of the name's kind begin, hex: nothing else is taken for the first download. */
const headOf = (file: string) => (file.endsWith(".zip") ? "504b0304" : "1f8b");

function mend({ file, homepage }: OfficialFile, { kind }: DownloadProblem, pin: string | null): string {
  const byHand = `give it: npm run ingest -- /path/to/${file}`;
  if (kind !== "other-file") return `If it has moved or this machine is offline, get the file another way (its home is ${homepage}) and ${byHand}`;
  if (pin === null) return `This is not the file that its authors published. Get that another way (its home is ${homepage}) and ${byHand}`;
  return `It is not what it was when it was first downloaded. Where that is its authors' doing (see ${homepage}), delete ${pin} and run this again to take it; else get the file another way and ${byHand}`;
}
