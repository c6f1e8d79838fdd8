import { createHash, type Hash } from "node:crypto";
import { AppError } from "@/lib/core/errors";
import type { CaptionFile, CaptionFileChunk, ReadLimits } from "../caption-file";
import type { ByteStream } from "./byte-stream";
import { checkUtf8 } from "./check-utf8";
import { tooLong } from "./decompress";
import type { ReadContext } from "./file-reader";
import type { FileSource } from "./file-source";
import type { Member } from "./member";
import { readCoco } from "./read-coco";
import { readCsv } from "./read-csv";
import { readFlickr } from "./read-flickr";
import { readJsonLines } from "./read-json-lines";
import { readKarpathy } from "./read-karpathy";
import { readLines } from "./read-lines";
import type { Recognition } from "./recognition";
import { sourceFault } from "./source-fault";

async function* hashed(bytes: ByteStream, hash: Hash, label: string, source: FileSource, maxBytes: number): AsyncGenerator<Buffer> {
  let length = 0;
  for await (const buffer of bytes) {
    // A small packed file is read at once and unpacks to many buffers.
    source.checkSignal();
    length += buffer.length;
    if (length > maxBytes) throw tooLong(label, maxBytes);
    hash.update(buffer);
    yield buffer;
  }
}

function recordsOf(bytes: ByteStream, recognition: Recognition, context: ReadContext): AsyncIterable<CaptionFileChunk> {
  switch (recognition.format) {
    case "coco":
      return readCoco(bytes, context, recognition.licences);
    case "csv":
      return readCsv(bytes, context, recognition);
    case "json-lines":
      return readJsonLines(bytes, context);
    case "karpathy":
      return readKarpathy(bytes, context);
    case "flickr":
      return readFlickr(bytes, context, recognition.layout);
    case "lines":
      return readLines(bytes, context, recognition.images, recognition.language);
    case null:
      throw new AppError("bad_input", `${context.label} is no caption file: ${recognition.reason}`);
  }
}

/** A recognised member as a caption file; `name` names the source. */
export function readMember(member: Member, name: string, source: FileSource, limits: ReadLimits): CaptionFile {
  const { recognition } = member;
  const about: ReadContext["about"] = { description: null, licence: null, url: null, listsImages: false, collection: null, tokenized: recognition.format === "coco" && recognition.tokenized };
  let sha256: string | null = null;
  async function* chunks(): AsyncGenerator<CaptionFileChunk> {
    const hash = createHash("sha256");
    try {
      yield* recordsOf(checkUtf8(hashed(member.open(), hash, member.label, source, limits.maxBytes), member.label), recognition, { label: member.label, limits, about });
      const alteration = await source.alteration();
      if (alteration) throw new Error(alteration);
    } catch (error) {
      throw await sourceFault(source, error);
    }
    sha256 = hash.digest("hex");
  }
  return {
    name,
    label: member.label,
    format: recognition.format ?? "none",
    chunks: chunks(),
    info: () => {
      if (sha256 === null) throw new AppError("internal", `${member.label} has not been read to its end.`);
      return { ...about, sha256 };
    },
    infoSoFar: () => ({ ...about }),
    progress: () => Math.min(1, source.position() / source.size),
  };
}
