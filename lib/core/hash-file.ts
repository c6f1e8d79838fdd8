import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";

/** Read at a time: hashing it takes about a millisecond, so the event loop stays awake. */
const BLOCK_BYTES = 1 << 20;

interface HashOptions {
  /** Is shown every block of the file. */
  seeBlock?: (block: Buffer) => void;
  signal?: AbortSignal;
}

/** SHA-256 (hex) of a file, read once. @throws where it is missing or `signal` aborts */
export async function hashFile(file: string, { seeBlock = () => undefined, signal }: HashOptions = {}): Promise<string> {
  const hash = createHash("sha256");
  for await (const block of createReadStream(/* turbopackIgnore: true */ file, { highWaterMark: BLOCK_BYTES, signal }) as AsyncIterable<Buffer>) {
    hash.update(block);
    seeBlock(block);
  }
  return hash.digest("hex");
}
