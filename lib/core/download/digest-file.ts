import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";

/** Read at a time: hashing it takes about a millisecond, so the event loop stays awake. */
const BLOCK_BYTES = 1 << 20;

export interface FileDigest {
  bytes: number;
  /** Hex. */
  sha256: string;
  /** Hex; the name that git gives to a file with these bytes. */
  gitBlob: string;
  /** The first bytes, hex: what tells an archive from a page. */
  head: string;
}

const HEAD_BYTES = 4;

/** Reads a file once. @throws where it is missing or `signal` aborts */
export async function digestFile(file: string, signal?: AbortSignal): Promise<FileDigest> {
  const { size } = await stat(file);
  const sha256 = createHash("sha256");
  const gitBlob = createHash("sha1").update(`blob ${size}\0`);
  let bytes = 0;
  let head = "";
  for await (const block of createReadStream(file, { highWaterMark: BLOCK_BYTES, signal })) {
    sha256.update(block as Buffer);
    gitBlob.update(block as Buffer);
    if (bytes === 0) head = (block as Buffer).subarray(0, HEAD_BYTES).toString("hex");
    bytes += (block as Buffer).length;
  }
  return { bytes, sha256: sha256.digest("hex"), gitBlob: gitBlob.digest("hex"), head };
}
