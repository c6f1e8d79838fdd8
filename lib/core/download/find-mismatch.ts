import type { FileDigest } from "./digest-file";

/** What is known of a file beforehand. */
export interface ExpectedFile {
  bytes?: number;
  /** Hex. */
  sha256?: string;
  /** Hex; the name that git gives to a file with these bytes. */
  gitBlob?: string;
  /** The first bytes, four at most, hex. */
  head?: string;
}

/** In what a file differs from what was expected, in words with both values, or null. */
export function findMismatch(found: FileDigest, expected: ExpectedFile): string | null {
  if (expected.bytes !== undefined && found.bytes !== expected.bytes) return `it has ${found.bytes} bytes in place of ${expected.bytes}`;
  if (expected.sha256 !== undefined && found.sha256 !== expected.sha256) return `its SHA-256 is ${found.sha256} in place of ${expected.sha256}`;
  if (expected.gitBlob !== undefined && found.gitBlob !== expected.gitBlob) return `its git SHA-1 is ${found.gitBlob} in place of ${expected.gitBlob}`;
  if (expected.head !== undefined && !found.head.startsWith(expected.head)) return `it begins with the bytes ${found.head} in place of ${expected.head}`;
  return null;
}
