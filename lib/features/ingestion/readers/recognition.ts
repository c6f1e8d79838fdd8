import type { ByteStream } from "./byte-stream";
import { CocoSurvey } from "./coco-survey";
import { detectFormat, HEAD_BYTES, type Format, type OtherKind } from "./detect-format";
import type { LicenceTable } from "./image-record";
import type { ImageList } from "./image-list";

/** `reason` reads on from "… is no caption file: "; `broken`: it begins as caption JSON does and then fails. */
export interface NoCaptions {
  format: null;
  reason: string;
  broken: boolean;
  kind?: OtherKind;
}

/** `tokenized`: the captions stand there split into words too. `lines`: line n is a caption of the list's image n. */
export type Recognition =
  | Exclude<Format, { format: "coco" | null }>
  | { format: "coco"; licences: LicenceTable; tokenized: boolean }
  | { format: "karpathy" }
  | { format: "lines"; images: ImageList; language: string }
  | NoCaptions;

/** Decides from a file's first bytes, as few as can be, what it is. */
export class Recogniser {
  private head: Buffer[] = [];
  private headBytes = 0;
  private survey: CocoSurvey | null = null;
  private result: Recognition | null = null;

  constructor(private readonly name: string) {}

  /** Takes the next bytes; true once it has seen enough. */
  write(bytes: Buffer): boolean {
    if (this.result) return true;
    if (this.survey) {
      this.result = this.survey.write(bytes);
    } else {
      this.head.push(bytes);
      this.headBytes += bytes.length;
      if (this.headBytes >= HEAD_BYTES) this.look();
    }
    return this.result !== null;
  }

  /** What the file is; to be asked for once `write` said true or the file ended. */
  finish(): Recognition {
    if (!this.result && !this.survey) this.look();
    this.result ??= this.survey?.end() ?? { format: null, reason: "it is empty.", broken: false };
    return this.result;
  }

  private look(): void {
    const head = Buffer.concat(this.head);
    this.head = [];
    const format = detectFormat(head, this.name);
    if (format.format === null) this.result = { ...format, broken: false };
    else if (format.format !== "coco") this.result = format;
    else {
      this.survey = new CocoSurvey();
      this.result = this.survey.write(head);
    }
  }
}

/** What the bytes are, reading no further than needed. */
export async function recognise(bytes: ByteStream, name: string): Promise<Recognition> {
  const recogniser = new Recogniser(name);
  for await (const buffer of bytes) {
    if (recogniser.write(buffer)) break;
  }
  return recogniser.finish();
}
