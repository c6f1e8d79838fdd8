import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { CaptionFileInfo, CaptionFileChunk, SkippedMember } from "../caption-file";
import { openCaptionFiles, type OpenOptions } from "./open-caption-files";

/** For tests: everything that one caption file gave. */
export interface ReadFile extends CaptionFileChunk {
  name: string;
  label: string;
  info: CaptionFileInfo;
  progress: number;
}

/** For tests: reads all caption files of `filePath`. */
export async function readAll(filePath: string, options?: OpenOptions): Promise<ReadFile[]> {
  const files: ReadFile[] = [];
  for await (const file of openCaptionFiles(filePath, options)) {
    const all: CaptionFileChunk = { images: [], captions: [], bad: [] };
    for await (const chunk of file.chunks) {
      all.images.push(...chunk.images);
      all.captions.push(...chunk.captions);
      all.bad.push(...chunk.bad);
    }
    files.push({ name: file.name, label: file.label, info: file.info(), progress: file.progress(), ...all });
  }
  return files;
}

/** For tests: a file with this content, in a folder of its own that is removed afterwards. */
export async function withFile<T>(name: string, content: string | Uint8Array, use: (filePath: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), "kotomap-reading-"));
  try {
    const filePath = path.join(folder, name);
    await writeFile(filePath, content);
    return await use(filePath);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** For tests: what reading a file with this content gives. */
export async function readContent(name: string, content: string | Uint8Array, options?: OpenOptions): Promise<ReadFile> {
  const files = await withFile(name, content, (filePath) => readAll(filePath, options));
  if (!files[0] || files.length > 1) throw new Error(`${files.length} files`);
  return files[0];
}

/** For tests: the caption files in an archive with this content, and what was passed over in it. */
export async function readArchive(name: string, content: Uint8Array): Promise<{ files: ReadFile[]; skipped: SkippedMember[] }> {
  const skipped: SkippedMember[] = [];
  const files = await withFile(name, content, (filePath) => readAll(filePath, { onSkippedMember: (member) => skipped.push(member) }));
  return { files, skipped };
}
