import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";

/** Read at a time: hashing it takes about a millisecond, so the event loop stays awake. */
const BLOCK_BYTES = 1 << 20;

/** SHA-256 (hex) of a file, read once. @param seeBlock is shown every block of it */
export async function hashFile(file: string, seeBlock: (block: Buffer) => void = () => {}): Promise<string> {
  const hash = createHash("sha256");
  for await (const block of createReadStream(file, { highWaterMark: BLOCK_BYTES }) as AsyncIterable<Buffer>) {
    hash.update(block);
    seeBlock(block);
  }
  return hash.digest("hex");
}
