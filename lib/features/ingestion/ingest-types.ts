import type { DeviceChoice } from "@/lib/core/devices";
import type { EncoderWish } from "@/lib/features/models/encoder-wish";
import type { JobProgress } from "@/lib/features/jobs/progress-meter";
import type { BadRecordReason, SkippedMember } from "./caption-file";

export interface IngestRequest {
  files: string[];
  /** Defaults to what the file's kind tells ("coco", "flickr30k"), else to the file's name. */
  collection: string | null;
  /** BCP 47 tag of all captions; null: as the records say, else detected. */
  language: string | null;
  /** Share (0 … 1) of bad records at which the ingest stops. */
  maxBadShare: number;
  /** A folder with the pictures of the collection, to be served by the app. */
  imagesDir: string | null;
  /** What to embed with and on; as before where nothing is said. */
  encoder?: EncoderWish;
  /** The upload whose file it is: that file goes when the ingest is done. */
  upload?: string;
}

/** Stages: "check", "model", "read", "store", "wait" where another job has the index, then those of the index: "device", "embed", "index", "gate", "calibrate", "activate". */
export type IngestProgress = JobProgress;

export interface SkippedRecords {
  reason: BadRecordReason;
  count: number;
  /** The first few, for people. */
  examples: { record: number; detail: string }[];
}

export interface SourceSummary {
  source: string;
  collection: string;
  /** Captions by language, and whether the language was given or detected. */
  languages: Record<string, number>;
  languageFrom: "option" | "records" | "detection";
  captions: number;
  new: number;
  changed: number;
  unchanged: number;
  /** Captions of an earlier import of this source that the file no longer has; they are kept. */
  absent: number;
  skipped: SkippedRecords[];
}

export interface IngestSummary {
  sources: SourceSummary[];
  /** Members of archives that are no caption files, and files that repeat the captions of another one. */
  skippedMembers: SkippedMember[];
  /** Captions embedded in this run. */
  embedded: number;
  /** Captions per second while embedding; null where nothing was embedded. */
  embeddedPerSecond: number | null;
  /** The active generation afterwards. */
  generation: string | null;
  /** Whether this run made a new generation. */
  newGeneration: boolean;
  captionsInIndex: number;
  /** The generation's model, and the length of its vectors. */
  model: { id: string; dimensions: number };
  /** What embedded at the end; null where nothing was embedded. */
  device: string | null;
  /** How that was chosen; null where nothing was embedded. */
  deviceChoice: DeviceChoice | null;
  /** What failed while embedding and what followed from it, for people. */
  notices: string[];
  seconds: number;
}
