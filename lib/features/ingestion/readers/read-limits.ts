import type { ReadLimits } from "../caption-file";

/** What a caption file may be: generous for every published data set, small enough to stop a decompression bomb. */
export const DEFAULT_LIMITS: ReadLimits = { maxCaptionLength: 2000, maxBytes: 20e9, maxRatio: 200 };

/** Below this many decompressed bytes the ratio is not looked at: tiny files of blanks compress well and harm nobody. */
export const RATIO_CHECKED_FROM_BYTES = 10e6;

/** One JSON record, JSON line or CSV row past this many bytes is not a caption record, and is not gathered in memory. */
export const MAX_RECORD_BYTES = 16e6;
