import { Readable, pipeline } from "node:stream";
import { extract, type Header } from "tar-stream";
import { AppError } from "@/lib/core/errors";
import type { ByteStream } from "./byte-stream";
import { checkMemberPath } from "./check-member-path";
import type { Member } from "./member";
import { Recogniser, type Recognition } from "./recognition";

/** A tar archive's bytes, readable again from any place. */
export interface TarBytes {
  name: string;
  /** The bytes from `start` up to, not including, `end`, of the tar itself. */
  slice(start: number, end: number): ByteStream;
}

/** One file in the archive; its bytes follow. */
type Entry = AsyncIterable<Buffer> & { header: Header };

const LINKS = new Set<Header["type"]>(["link", "symlink"]);
const FILES = new Set<Header["type"]>(["file", "contiguous-file"]);

function damaged(name: string, error: unknown): unknown {
  if (error instanceof AppError || !(error instanceof Error)) return error;
  const what = /Unexpected end of data/.test(error.message) ? "ends in the middle: it is cut off" : `is damaged (${error.message})`;
  return new AppError("bad_input", `${name} ${what}. Download it again.`, { cause: error });
}

// An entry is read to its end even when it is recognised sooner: leaving it would end the archive.
async function recogniseEntry(entry: Entry): Promise<Recognition> {
  const recogniser = new Recogniser(entry.header.name);
  for await (const buffer of entry) recogniser.write(buffer);
  return recogniser.finish();
}

async function lookInto(tar: TarBytes, entry: Entry): Promise<Member | null> {
  const { name: path, type, size } = entry.header;
  checkMemberPath(path, LINKS.has(type), tar.name);
  const recognition = await recogniseEntry(entry);
  if (!FILES.has(type)) return null;
  const { byteOffset } = entry.header as Header & { byteOffset: number };
  return { path, label: `${tar.name} › ${path}`, recognition, open: () => tar.slice(byteOffset, byteOffset + size) };
}

/** The files in a tar archive, each looked into, in order. */
export async function surveyTar(tar: TarBytes): Promise<Member[]> {
  const members: Member[] = [];
  // pipeline hands a failure of the bytes on to the extractor, where the loop meets it.
  const entries = pipeline(Readable.from(tar.slice(0, Infinity), { objectMode: false }), extract(), () => undefined);
  try {
    for await (const entry of entries) {
      const member = await lookInto(tar, entry as Entry);
      if (member) members.push(member);
    }
  } catch (error) {
    throw damaged(tar.name, error);
  }
  return members;
}
