const SIGNATURES: [string, string][] = [
  ["%PDF-", "a PDF"],
  ["\x89PNG", "a PNG image"],
  ["\xff\xd8\xff", "a JPEG image"],
  ["GIF8", "a GIF image"],
  ["RIFF", "a WebP image or a RIFF file"],
  ["PK\x03\x04", "a zip archive"],
  ["PK\x05\x06", "an empty zip archive"],
  ["\x1f\x8b", "a gzip file"],
  ["BZh", "a bzip2 file"],
  ["\xfd7zXZ\0", "an xz file"],
  ["\x28\xb5\x2f\xfd", "a Zstandard file"],
  ["7z\xbc\xaf\x27\x1c", "a 7-Zip archive"],
  ["Rar!", "a RAR archive"],
  ["SQLite format 3\0", "an SQLite database"],
  ["PAR1", "a Parquet file"],
  ["ARROW1", "an Arrow file"],
  ["\x89HDF", "an HDF5 file"],
  ["\x80\x02", "a Python pickle"],
  ["\x80\x03", "a Python pickle"],
  ["\x80\x04", "a Python pickle"],
  ["\x80\x05", "a Python pickle"],
  ["{\\rtf", "a rich-text document"],
  ["version https://git-lfs", "a Git LFS pointer, not the file it points to"],
];

const BINARY_SHARE = 0.02;

function utf16(head: Buffer): boolean {
  const mark = head.readUInt16BE(0);
  if (mark === 0xfffe || mark === 0xfeff) return true;
  // Without a mark: Latin letters leave every second byte zero.
  const pairs = Math.min(head.length >> 1, 32);
  const zeros = (offset: number) => Array.from({ length: pairs }, (_, index) => head[index * 2 + offset]).filter((byte) => byte === 0).length;
  return pairs >= 4 && (zeros(0) > pairs / 2) !== (zeros(1) > pairs / 2);
}

// A stray NUL in otherwise readable text is a fault of one record, not of the file.
function binary(head: Buffer): boolean {
  const odd = head.filter((byte) => byte === 0x7f || (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0c && byte !== 0x0d)).length;
  return odd > head.length * BINARY_SHARE && odd > 1;
}

/** What the first bytes of a file show it to be, for people ("an HTML page"); null for text that may hold records. */
export function looksLike(head: Buffer): string | null {
  if (head.length === 0) return "an empty file";
  const start = head.subarray(0, 32).toString("latin1");
  const signature = SIGNATURES.find(([bytes]) => start.startsWith(bytes));
  if (signature) return signature[1];
  if (head.subarray(257, 262).toString("latin1") === "ustar") return "a tar archive";
  if (head.length >= 2 && utf16(head)) return "UTF-16 text";
  if (binary(head)) return "binary data";
  const text = head.subarray(0, 256).toString("latin1").replace(/^\xef\xbb\xbf/, "").trimStart().toLowerCase();
  if (/^(<!doctype html|<html|<head|<!-- )/.test(text)) return "an HTML page";
  return text.startsWith("<") ? "an XML document" : null;
}
