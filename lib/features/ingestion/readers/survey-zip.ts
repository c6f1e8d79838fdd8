import { crc32 } from "node:zlib";
import { fromFdPromise, getFileNameLowLevel, type Entry, type ZipFile } from "yauzl";
import { AppError } from "@/lib/core/errors";
import type { ReadLimits } from "../caption-file";
import type { ByteStream } from "./byte-stream";
import { checkMemberPath } from "./check-member-path";
import { decompress } from "./decompress";
import type { FileSource } from "./file-source";
import type { Member } from "./member";
import { recognise } from "./recognition";

const STORED = 0;
const DEFLATED = 8;
const LINK_MODE = 0o120000;

function damaged(source: FileSource, error: unknown): AppError {
  const detail = error instanceof Error ? error.message : String(error);
  if (/strong encryption/.test(detail)) return locked(source.name);
  const what = /truncated|unexpected EOF/i.test(detail) ? "is cut off or damaged" : "is damaged";
  return new AppError("bad_input", `${source.name} ${what} (${detail}). Download it again.`, { cause: error });
}

function locked(label: string): AppError {
  return new AppError("bad_input", `${label} is protected by a password. Unpack it yourself and give the caption files.`);
}

function pathOf(entry: Entry): string {
  return getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, true);
}

async function* checkedSum(bytes: ByteStream, entry: Entry, label: string): AsyncGenerator<Buffer> {
  let sum = 0;
  for await (const buffer of bytes) {
    sum = crc32(buffer, sum);
    yield buffer;
  }
  if (sum !== entry.crc32) throw new AppError("bad_input", `${label} is damaged: its checksum does not match. Download the archive again.`);
}

async function lookInto(source: FileSource, zip: ZipFile, entry: Entry, limits: ReadLimits): Promise<Member> {
  const path = pathOf(entry);
  const label = `${source.name} › ${path}`;
  if (entry.isEncrypted()) throw locked(label);
  const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
  const open = () => {
    const raw = source.read(fileDataStart, fileDataStart + entry.compressedSize);
    return checkedSum(entry.compressionMethod === STORED ? raw : decompress(raw, "deflate", label, limits), entry, label);
  };
  const known = entry.compressionMethod === STORED || entry.compressionMethod === DEFLATED;
  const reason = `it is packed by method ${entry.compressionMethod}, which cannot be read here. Unpack the archive yourself.`;
  return { path, label, open, recognition: known ? await recognise(open(), path) : { format: null, reason, broken: false } };
}

/** The files in a zip archive, each looked into, in the order of its directory. */
export async function surveyZip(source: FileSource, limits: ReadLimits): Promise<Member[]> {
  const members: Member[] = [];
  try {
    const zip = await fromFdPromise(source.handle.fd, { autoClose: false, decodeStrings: false });
    const entries: Entry[] = [];
    for await (const entry of zip.eachEntry()) {
      const link = ((entry.externalFileAttributes >>> 16) & 0o170000) === LINK_MODE;
      checkMemberPath(pathOf(entry), link, source.name);
      if (!pathOf(entry).endsWith("/")) entries.push(entry);
    }
    for (const entry of entries) members.push(await lookInto(source, zip, entry, limits));
  } catch (error) {
    throw error instanceof AppError ? error : damaged(source, error);
  }
  return members;
}
