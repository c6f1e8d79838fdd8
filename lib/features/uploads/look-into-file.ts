import { setImmediate as nextTurn } from "node:timers/promises";
import { toAppError } from "@/lib/core/errors";
import type { BadRecord, CaptionFile, CaptionRecord } from "@/lib/features/ingestion/caption-file";
import { LanguageDetector } from "@/lib/features/ingestion/detect-language";
import { openCaptionFiles } from "@/lib/features/ingestion/readers/open-caption-files";
import { collectionOf } from "@/lib/features/ingestion/store-files";
import type { UploadCheck } from "./upload-types";

type MemberCheck = UploadCheck["members"][number];

/** How far it looks: enough to tell what a file is; the ingest reads it whole. */
export interface LookLimits {
  members: number;
  captionsPerMember: number;
  milliseconds: number;
}

const LIMITS: LookLimits = { members: 20, captionsPerMember: 2000, milliseconds: 10_000 };
const EXAMPLES = 5;
/** Small: a server answers searches between two reads. */
const BLOCK_BYTES = 16 * 1024;

interface Looked {
  captions: CaptionRecord[];
  bad: BadRecord[];
  complete: boolean;
}

/** Out of time is no fault of a file: the rest of it is left to the ingest. */
const isOutOfTime = (error: unknown) => toAppError(error).code === "cancelled";

/** The first captions of a file. */
async function readFirst(file: CaptionFile, limit: number): Promise<Looked> {
  const looked: Looked = { captions: [], bad: [], complete: false };
  try {
    for await (const { captions, bad } of file.chunks) {
      looked.captions.push(...captions.slice(0, limit - looked.captions.length));
      looked.bad.push(...bad.slice(0, limit - looked.bad.length));
      if (looked.captions.length + looked.bad.length >= limit) return looked;
      await nextTurn();
    }
    return { ...looked, complete: true };
  } catch (error) {
    if (isOutOfTime(error)) return looked;
    throw error;
  }
}

function describeMember(file: CaptionFile, { captions, complete }: Looked): MemberCheck {
  const detector = new LanguageDetector();
  const tags = captions.map(({ language, text }) => language ?? detector.add(text));
  const resolved = detector.resolve();
  const languages: Record<string, number> = {};
  for (const tag of tags.map((tag) => resolved.get(tag) ?? tag)) languages[tag] = (languages[tag] ?? 0) + 1;
  return {
    name: file.name,
    format: file.format,
    captions: captions.length,
    complete,
    languages,
    collection: captions.length > 0 ? collectionOf({ name: file.name, info: file.infoSoFar() }, { collection: null }) : null,
    examples: captions.slice(0, EXAMPLES).map(({ imageExternalId, text }, i) => ({ image: imageExternalId, language: resolved.get(tags[i] ?? "") ?? tags[i] ?? null, text })),
  };
}

/** What is wrong with a member as far as it was looked at. */
function problemOf({ label }: CaptionFile, { captions, bad, complete }: Looked): string | null {
  if (captions.length > 0) return null;
  if (bad[0]) return `${label}: none of the first ${bad.length} records can be used; record ${bad[0].record}: ${bad[0].detail}`;
  return complete ? `${label} holds no captions. Give a COCO caption file (with annotations), or CSV, TSV or JSON Lines with the columns image_id and caption.` : null;
}

/** Looks into a caption file or archive, in its first captions, for some seconds at most. What is wrong with it is the answer. */
export async function lookIntoFile(filePath: string, limits: Partial<LookLimits> = {}): Promise<UploadCheck> {
  const { members: most, captionsPerMember, milliseconds } = { ...LIMITS, ...limits };
  const signal = AbortSignal.timeout(milliseconds);
  const members: MemberCheck[] = [];
  try {
    for await (const file of openCaptionFiles(filePath, { signal, blockBytes: BLOCK_BYTES })) {
      const looked = await readFirst(file, captionsPerMember);
      members.push(describeMember(file, looked));
      await nextTurn();
      const problem = problemOf(file, looked);
      if (problem) return { problem, members };
      if (members.length === most) break;
    }
    return { problem: null, members };
  } catch (error) {
    return { problem: isOutOfTime(error) ? null : toAppError(error).message, members };
  }
}
