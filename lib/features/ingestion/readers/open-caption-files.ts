import path from "node:path";
import type { CaptionFile, ReadLimits, SkippedMember } from "../caption-file";
import { openFileSource, type FileSource } from "./file-source";
import type { Member } from "./member";
import { DEFAULT_LIMITS } from "./read-limits";
import { readMember } from "./read-member";
import { sourceFault } from "./source-fault";
import { surveyFile } from "./survey-file";

export interface OpenOptions {
  limits?: Partial<ReadLimits>;
  signal?: AbortSignal;
  /** Bytes read at once: between two reads the thread is free for others. */
  blockBytes?: number;
  /** Called for each file of an archive that holds no captions, before the first caption file is given. */
  onSkippedMember?: (member: SkippedMember) => void;
}

async function survey(source: FileSource, limits: ReadLimits): Promise<Member[]> {
  try {
    return await surveyFile(source, limits);
  } catch (error) {
    throw await sourceFault(source, error);
  }
}

// Two members of one name in different folders are two sources.
function sourceName(member: Member, members: Member[]): string {
  const name = path.posix.basename(member.path);
  return members.filter((other) => path.posix.basename(other.path) === name).length > 1 ? member.path : name;
}

/**
 * The caption files in `filePath`: itself, or those inside an archive in the archive's order. Each is to be read, or
 * passed over, before the next is asked for; the file is closed after the last.
 * @throws AppError `bad_input` naming the file and the mend, `cancelled`
 */
export async function* openCaptionFiles(filePath: string, options: OpenOptions = {}): AsyncGenerator<CaptionFile, void, undefined> {
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const source = await openFileSource(filePath, options.signal, options.blockBytes);
  try {
    const members = await survey(source, limits);
    const captions = members.filter((member) => member.recognition.format !== null);
    for (const { path: name, recognition } of members) {
      if (recognition.format === null) options.onSkippedMember?.({ name, reason: recognition.reason });
    }
    source.rewind();
    for (const member of captions) yield readMember(member, sourceName(member, captions), source, limits);
  } finally {
    await source.handle.close();
  }
}
