import { createHash } from "node:crypto";
import { createWriteStream, type WriteStream } from "node:fs";
import type { FileHandle } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { pack } from "tar-stream";
import type { BackupMember } from "./backup-manifest";

/** Vectors hardly shrink, captions do at any level. */
const COMPRESSION_LEVEL = 1;
const BLOCK_BYTES = 1 << 20;

/** A tar archive being written, compressed or not, hashed member by member. Holds some blocks of a megabyte in memory. */
export class ArchiveWriter {
  private readonly archive = pack();
  private readonly written: Promise<void>;

  /** @param file is made; only its owner may read it */
  constructor(file: string, compressed: boolean, private readonly signal: AbortSignal) {
    const output: WriteStream = createWriteStream(file, { flags: "wx", mode: 0o600, flush: true });
    this.written = compressed ? pipeline(this.archive, createGzip({ level: COMPRESSION_LEVEL }), output, { signal }) : pipeline(this.archive, output, { signal });
    // Told by finish(), or by the entry that can go no further.
    this.written.catch(() => undefined);
  }

  /** Adds the whole of an open file. @throws where it is shorter or longer than it was when it was opened */
  async addFile(name: string, handle: FileHandle, onBytes: (bytes: number) => void): Promise<BackupMember> {
    const { size } = await handle.stat();
    const hash = createHash("sha256");
    async function* blocks() {
      for await (const block of handle.createReadStream({ autoClose: false, start: 0, highWaterMark: BLOCK_BYTES }) as AsyncIterable<Buffer>) {
        hash.update(block);
        onBytes(block.length);
        yield block;
      }
    }
    const entry = this.archive.entry({ name, size, mode: 0o600, mtime: new Date() });
    await this.orFailure(pipeline(blocks, entry, { signal: this.signal }));
    return { name, bytes: size, sha256: hash.digest("hex") };
  }

  addText(name: string, text: string): void {
    this.archive.entry({ name, mode: 0o600, mtime: new Date() }, text);
  }

  /** Returns once all is on the disk. */
  async finish(): Promise<void> {
    this.archive.finalize();
    await this.written;
  }

  /** Closes the file, whatever is in it. */
  async abandon(): Promise<void> {
    this.archive.destroy();
    await this.written.catch(() => undefined);
  }

  /** A full disk ends the output, not the entry, which would then wait for ever. */
  private async orFailure(work: Promise<void>): Promise<void> {
    const failed = this.written.then(() => new Promise<never>(() => undefined));
    await Promise.race([work, failed]);
  }
}
