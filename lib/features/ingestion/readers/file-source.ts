import { constants, type Stats } from "node:fs";
import { open, type FileHandle } from "node:fs/promises";
import path from "node:path";
import { AppError } from "@/lib/core/errors";
import type { ByteStream } from "./byte-stream";

const BLOCK_BYTES = 256 * 1024;

/** An open regular file. Every read goes through one handle, so that all passes see the same file. */
export interface FileSource {
  /** The path as given, for messages. */
  path: string;
  /** Its last part: "captions_val2014.json". */
  name: string;
  handle: FileHandle;
  /** Bytes when it was opened. */
  size: number;
  /** The bytes from `start` up to, not including, `end`; ends early where the file does. */
  read(start: number, end: number): ByteStream;
  /** The furthest byte read since the last `rewind`. */
  position(): number;
  rewind(): void;
  /** @throws AppError `cancelled` once the signal is aborted */
  checkSignal(): void;
  /** "deleted", "changed" or null where it is still as it was when opened. */
  alteration(): Promise<"deleted" | "changed" | null>;
}

function openFailure(filePath: string, error: unknown): AppError {
  const code = error instanceof Error && "code" in error ? error.code : null;
  if (code === "ENOENT" || code === "ENOTDIR") return new AppError("bad_input", `There is no file ${filePath}. Check the path.`, { cause: error });
  if (code === "EACCES" || code === "EPERM") return new AppError("bad_input", `${filePath} may not be read by this user. Change its permissions, for example with: chmod +r`, { cause: error });
  return new AppError("bad_input", `${filePath} cannot be opened (${String(code)}).`, { cause: error });
}

function checkStats(stats: Stats, filePath: string): void {
  if (stats.isDirectory()) throw new AppError("bad_input", `${filePath} is a folder. Name the caption file in it.`);
  if (!stats.isFile()) throw new AppError("bad_input", `${filePath} is no regular file. Save the data to a file first: it is read more than once.`);
  if (stats.size === 0) throw new AppError("bad_input", `${filePath} is empty. Download it again.`);
}

/**
 * Opens a file for reading. The caller closes `handle`.
 * @throws AppError `bad_input`; reads throw `cancelled` once the signal is aborted
 */
export async function openFileSource(filePath: string, signal?: AbortSignal, blockBytes = BLOCK_BYTES): Promise<FileSource> {
  // O_NONBLOCK: opening a named pipe must not wait for its writer.
  const handle = await open(filePath, constants.O_RDONLY | constants.O_NONBLOCK).catch((error: unknown) => {
    throw openFailure(filePath, error);
  });
  try {
    const stats = await handle.stat();
    checkStats(stats, filePath);
    return sourceOf(handle, filePath, stats, blockBytes, signal);
  } catch (error) {
    await handle.close();
    throw error;
  }
}

function sourceOf(handle: FileHandle, filePath: string, stats: Stats, blockBytes: number, signal?: AbortSignal): FileSource {
  const name = path.basename(filePath);
  let furthest = 0;
  const checkSignal = () => {
    if (signal?.aborted) throw new AppError("cancelled", `Stopped while reading ${name}.`);
  };
  async function* read(start: number, end: number): AsyncGenerator<Buffer> {
    let position = start;
    while (position < end) {
      checkSignal();
      const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafeSlow(blockBytes), 0, Math.min(blockBytes, end - position), position);
      if (bytesRead === 0) return;
      position += bytesRead;
      furthest = Math.max(furthest, position);
      yield buffer.subarray(0, bytesRead);
    }
  }
  return {
    path: filePath,
    name,
    handle,
    size: stats.size,
    read,
    position: () => furthest,
    rewind: () => (furthest = 0),
    checkSignal,
    alteration: async () => {
      const now = await handle.stat();
      if (now.nlink === 0) return "deleted";
      return now.size !== stats.size || now.mtimeMs !== stats.mtimeMs ? "changed" : null;
    },
  };
}
