import type { ImageFields } from "@/lib/core/image-fields";

/** Why a record was passed over. */
export type BadRecordReason =
  | "no_caption"
  | "caption_not_text"
  | "empty_caption"
  | "caption_too_long"
  | "lone_surrogate"
  | "nul_character"
  | "no_image_id"
  | "unknown_image"
  | "duplicate_caption_id"
  | "bad_language"
  | "bad_record";

export type ImageRecord = ImageFields;

export interface CaptionRecord {
  /** 1-based position among the file's captions. */
  record: number;
  /** Null where the file gives none. */
  externalId: string | null;
  imageExternalId: string;
  text: string;
  /** BCP 47 tag given by the record itself, or null. */
  language: string | null;
}

export interface BadRecord {
  /** 1-based position among the file's captions; for an unusable image entry, among its images, as `detail` says. */
  record: number;
  reason: BadRecordReason;
  /** For people: what was found, shortened to 200 characters. */
  detail: string;
}

/** What one step of reading found. Arrays are small (≤ 1 000 in all), and memory does not grow with the file. */
export interface CaptionFileChunk {
  images: ImageRecord[];
  captions: CaptionRecord[];
  bad: BadRecord[];
}

/** What the file says about itself; complete once all chunks were read. */
export interface CaptionFileInfo {
  description: string | null;
  licence: string | null;
  url: string | null;
  /** SHA-256 (hex) of the caption file's decompressed bytes. */
  sha256: string;
  /** Whether the file lists its images (COCO with a list that is not empty), so that an unlisted image id is an error. */
  listsImages: boolean;
  /** The collection that its image ids belong to, where its kind tells: "flickr30k". */
  collection: string | null;
  /** Whether it gives its captions split into words too, as STAIR's *_tokenized.json does. */
  tokenized: boolean;
}

/** One caption file, plain or a member of an archive. `chunks` must be read to its end before `info()` is called. */
export interface CaptionFile {
  /** Basename without compression suffix: "captions_val2014.json". Names the source. */
  name: string;
  /** For messages: "annotations_trainval2014.zip › annotations/captions_val2014.json". */
  label: string;
  /** What it was recognised as: "coco", "csv", … */
  format: string;
  chunks: AsyncIterable<CaptionFileChunk>;
  info(): CaptionFileInfo;
  /** What is known of `info` at any time: after the first chunks mostly all. */
  infoSoFar(): Omit<CaptionFileInfo, "sha256">;
  /** Share of the outer file's bytes consumed so far, 0 … 1, for progress. */
  progress(): number;
}

export interface SkippedMember {
  name: string;
  reason: string;
}

export interface ReadLimits {
  /** Longest caption, in UTF-16 code units. */
  maxCaptionLength: number;
  /** Most decompressed bytes of one member or file. */
  maxBytes: number;
  /** Most decompressed bytes for each compressed byte. */
  maxRatio: number;
}
