import { AppError } from "@/lib/core/errors";
import type { ReadLimits } from "../caption-file";
import type { ByteStream } from "./byte-stream";
import { decompress } from "./decompress";
import { excerpt } from "./excerpt";
import type { FileSource } from "./file-source";
import { firstBytes } from "./first-bytes";
import { GIVE_WITH_IMAGES, readLineFileName } from "./line-file-name";
import { looksLike } from "./looks-like";
import type { Member } from "./member";
import { pairLines } from "./pair-lines";
import { passOverTwins } from "./pass-over-twins";
import { recognise } from "./recognition";
import { sliceBytes } from "./slice-bytes";
import { surveyTar } from "./survey-tar";
import { surveyZip } from "./survey-zip";

// The tar magic stands at byte 257.
const KIND_BYTES = 512;
const NAMED_MEMBERS = 3;

async function surveyPlain(name: string, label: string, open: () => ByteStream): Promise<Member[]> {
  const recognition = await recognise(open(), name);
  if (recognition.format === null) throw new AppError("bad_input", `${label} ${recognition.broken ? "cannot be read" : "is no caption file"}: ${recognition.reason}`);
  return [{ path: name, label, recognition, open }];
}

/** The first sentence of a reason, without its full stop; what it quotes from a file is left whole. */
function withoutMend(reason: string): string {
  return reason.replace(/(?<!".*)\. \p{Lu}.*$/su, "").replace(/\.$/, "");
}

/** @throws AppError `bad_input` where a member is a broken caption file, or none is one */
function checkMembers(members: Member[], archive: string): void {
  for (const { path, label, recognition } of members) {
    if (recognition.format === null && recognition.broken && /\.json$/i.test(path)) throw new AppError("bad_input", `${label} cannot be read: ${recognition.reason}`);
  }
  if (members.some(({ recognition }) => recognition.format !== null)) return;
  const named = members.slice(0, NAMED_MEMBERS).map(({ path, recognition }) => `${excerpt(path)} (${recognition.format === null ? withoutMend(recognition.reason) : ""})`);
  const more = members.length > NAMED_MEMBERS ? ` and ${members.length - NAMED_MEMBERS} more` : "";
  const mend = members.some(({ path }) => readLineFileName(path)) ? GIVE_WITH_IMAGES : "Get the archive with captions_*.json.";
  throw new AppError("bad_input", `${archive} holds no caption file, but ${named.join("; ") || "nothing"}${more}. ${mend}`);
}

async function surveyArchive(found: Member[], archive: string, limits: ReadLimits): Promise<Member[]> {
  const members = passOverTwins(await pairLines(found, limits));
  checkMembers(members, archive);
  return members;
}

/**
 * Looks into a file of any accepted kind: gives the one member of a plain file, or all those of an archive, of which
 * at least one is a caption file.
 */
export async function surveyFile(source: FileSource, limits: ReadLimits): Promise<Member[]> {
  const { name, size } = source;
  const whole = () => source.read(0, size);
  const kind = looksLike(await firstBytes(whole(), KIND_BYTES));
  if (kind === "a zip archive" || kind === "an empty zip archive") return surveyArchive(await surveyZip(source, limits), name, limits);
  if (kind === "a tar archive") return surveyArchive(await surveyTar({ name, slice: (start, end) => source.read(start, Math.min(end, size)) }), name, limits);
  if (kind !== "a gzip file") return surveyPlain(name, name, whole);
  const unpacked = () => decompress(whole(), "gzip", name, limits);
  const inner = looksLike(await firstBytes(unpacked(), KIND_BYTES));
  if (inner === "a tar archive") return surveyArchive(await surveyTar({ name, slice: (start, end) => sliceBytes(unpacked(), start, end) }), name, limits);
  return surveyPlain(name.replace(/\.gz$/i, ""), name, unpacked);
}
