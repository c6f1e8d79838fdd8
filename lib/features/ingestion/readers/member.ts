import type { ByteStream } from "./byte-stream";
import type { Recognition } from "./recognition";

/** A file, plain or in an archive, that was looked into and can be read from its start any number of times. */
export interface Member {
  /** Path in the archive, or the file's own name without ".gz". */
  path: string;
  /** For messages: "annotations.zip › annotations/captions_val2014.json". */
  label: string;
  recognition: Recognition;
  /** Its bytes, decompressed. */
  open(): ByteStream;
}
