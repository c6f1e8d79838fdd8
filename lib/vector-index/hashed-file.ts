import { createHash } from "node:crypto";
import fs from "node:fs/promises";
import { hashFile } from "@/lib/core/hash-file";
import type { FileDigest } from "./generation";

/** Read at a time: hashing it takes half a millisecond, so a server that loads a generation goes on answering. */
const blockBytes = 256 << 10;

/** A new file, hashed while it is written. */
export class HashedFile {
  private readonly hash = createHash("sha256");
  private bytes = 0;

  private constructor(private readonly handle: fs.FileHandle) {}

  /** @throws where the file exists already */
  static async create(file: string): Promise<HashedFile> {
    return new HashedFile(await fs.open(file, "wx"));
  }

  async write(chunk: ArrayBufferView): Promise<void> {
    const bytes = new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    this.hash.update(bytes);
    this.bytes += bytes.byteLength;
    for (let done = 0; done < bytes.byteLength; ) done += (await this.handle.write(bytes, done)).bytesWritten;
  }

  /** Flushes to disk and closes. */
  async finish(): Promise<FileDigest> {
    await this.handle.sync();
    await this.handle.close();
    return { bytes: this.bytes, sha256: this.hash.digest("hex") };
  }

  /** Closes without flushing; does nothing after finish. */
  async abandon(): Promise<void> {
    await this.handle.close().catch(() => undefined);
  }
}

export async function digestFile(file: string): Promise<FileDigest> {
  return { bytes: (await fs.stat(file)).size, sha256: await hashFile(file) };
}

/**
 * Reads a file once, comparing its size and SHA-256 with what is expected.
 * @param into takes the bytes (expected.bytes of them), unless only the check is wanted
 * @returns what is wrong, to follow the file's name, or null
 */
export async function findFileFault(file: string, expected: FileDigest, into?: Uint8Array): Promise<string | null> {
  let handle: fs.FileHandle;
  try {
    handle = await fs.open(file, "r");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return "is missing";
    throw error;
  }
  try {
    const { size } = await handle.stat();
    if (size !== expected.bytes) return `has ${size} bytes instead of ${expected.bytes} (size)`;
    const sha256 = await hashInto(handle, size, into);
    return sha256 === expected.sha256 ? null : "does not have the SHA-256 that the manifest names (checksum)";
  } finally {
    await handle.close();
  }
}

async function hashInto(handle: fs.FileHandle, size: number, into?: Uint8Array): Promise<string> {
  const hash = createHash("sha256");
  const scratch = into ? null : Buffer.alloc(Math.min(blockBytes, size));
  for (let position = 0; position < size; ) {
    const length = Math.min(blockBytes, size - position);
    const block = into ? into.subarray(position, position + length) : (scratch as Buffer).subarray(0, length);
    const { bytesRead } = await handle.read(block, 0, length, position);
    if (bytesRead === 0) break;
    hash.update(block.subarray(0, bytesRead));
    position += bytesRead;
  }
  return hash.digest("hex");
}
