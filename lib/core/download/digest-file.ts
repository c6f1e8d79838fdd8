import { createHash } from "node:crypto";
import { stat } from "node:fs/promises";
import { hashFile } from "@/lib/core/hash-file";

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
  const gitBlob = createHash("sha1").update(`blob ${size}\0`);
  let bytes = 0;
  let head = "";
  const sha256 = await hashFile(file, {
    signal,
    seeBlock: (block) => {
      gitBlob.update(block);
      if (bytes === 0) head = block.subarray(0, HEAD_BYTES).toString("hex");
      bytes += block.length;
    },
  });
  return { bytes, sha256, gitBlob: gitBlob.digest("hex"), head };
}
