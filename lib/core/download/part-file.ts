import fs from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { flushFolder } from "@/lib/core/flush-file";

const origin = z.object({
  url: z.string(),
  /** A strong ETag, or a Last-Modified date: what a server needs to tell whether the rest still belongs to these bytes. */
  validator: z.string().nullable(),
  total: z.number().int().nonnegative().nullable(),
});

/** Where the bytes of a part came from. */
export type PartOrigin = z.infer<typeof origin>;

/**
 * A file on its way: `<to>.part` with the bytes so far and `<to>.part.json` with where they came from.
 * Both survive the process. Bytes are only ever appended after the origin that they belong to was written.
 */
export class PartFile {
  private readonly part: string;
  private readonly sidecar: string;

  private constructor(
    private readonly to: string,
    private start: PartOrigin | null,
    private size: number,
  ) {
    this.part = `${to}.part`;
    this.sidecar = `${to}.part.json`;
  }

  static async open(to: string): Promise<PartFile> {
    const text = await fs.readFile(`${to}.part.json`, "utf8").catch(() => "null");
    const found = await fs.stat(`${to}.part`).catch(() => null);
    const known = found ? parseOrigin(text) : null;
    return new PartFile(to, known, known && found ? found.size : 0);
  }

  get path(): string {
    return this.part;
  }

  get bytes(): number {
    return this.size;
  }

  get origin(): PartOrigin | null {
    return this.start;
  }

  /** Drops all bytes; those to come are of this origin. */
  async restart(from: PartOrigin): Promise<void> {
    await fs.rm(this.sidecar, { force: true });
    await fs.writeFile(this.part, "");
    [this.start, this.size] = [from, 0];
    await fs.writeFile(this.sidecar, JSON.stringify(from));
  }

  /** Appends as the bytes come; those that came stay, however it ends. @param onBytes is told the size so far */
  async append(chunks: AsyncIterable<Buffer>, onBytes: (bytes: number) => void): Promise<void> {
    const handle = await fs.open(this.part, "a");
    try {
      for await (const chunk of chunks) {
        for (let done = 0; done < chunk.length; ) {
          const { bytesWritten } = await handle.write(chunk, done);
          done += bytesWritten;
          this.size += bytesWritten;
        }
        onBytes(this.size);
      }
      await handle.sync();
    } finally {
      await handle.close();
    }
  }

  /** Gives the file its name, once it is on the disk. */
  async finish(): Promise<void> {
    await fs.rename(this.part, this.to);
    await flushFolder(path.dirname(this.to));
    await fs.rm(this.sidecar, { force: true });
  }

  async remove(): Promise<void> {
    await fs.rm(this.sidecar, { force: true });
    await fs.rm(this.part, { force: true });
    [this.start, this.size] = [null, 0];
  }
}

function parseOrigin(text: string): PartOrigin | null {
  try {
    return origin.parse(JSON.parse(text));
  } catch {
    return null; // cut off while it was written: the bytes could be of anything
  }
}
