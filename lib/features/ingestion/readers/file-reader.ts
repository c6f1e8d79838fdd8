import type { CaptionFileChunk, CaptionFileInfo, ReadLimits } from "../caption-file";
import type { ByteStream } from "./byte-stream";

/** What a format's reader works with. */
export interface ReadContext {
  /** Names the file in messages. */
  label: string;
  limits: ReadLimits;
  /** Filled in while reading. */
  about: Omit<CaptionFileInfo, "sha256">;
}

/** Reads valid UTF-8 into records. @throws AppError `bad_input` for a file that cannot be read on */
export type FormatReader = (bytes: ByteStream, context: ReadContext) => AsyncGenerator<CaptionFileChunk>;
