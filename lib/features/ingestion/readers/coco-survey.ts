import { CocoDocument, JsonFault } from "./coco-document";
import { excerpt } from "./excerpt";
import { readLicence } from "./image-record";
import { isObject } from "./json-value";
import { GIVE_CAPTION_FILE } from "./needed-file";
import type { Recognition } from "./recognition";

/** Annotations looked at before a file without captions is given up. */
const ANNOTATIONS_SEEN = 100;
const OTHER_TASKS: [string, string][] = [
  ["segments_info", "panoptic segmentation"],
  ["keypoints", "person keypoints"],
  ["segmentation", "object outlines (instances)"],
  ["bbox", "object boxes"],
  ["question_id", "questions and answers"],
];

/** Decides whether a JSON document holds captions, in COCO's annotations or, as Karpathy's splits do, inside its images, and gathers its licence table, reading no further than needed. */
export class CocoSurvey {
  private readonly licences = new Map<string, string>();
  private captions: boolean | null = null;
  private tokenized = false;
  private reason: string | null = null;
  private annotations = 0;
  private strangeKeys: string | null = null;
  private karpathy = false;
  private licencesReferred = false;
  private readonly document = new CocoDocument({
    onLicence: (value) => this.seeLicence(value),
    onImage: (value) => this.seeImage(value),
    onAnnotation: (value) => this.seeAnnotation(value),
  });

  /** The verdict, or null where more has to be read. */
  write(bytes: Buffer): Recognition | null {
    try {
      this.document.write(bytes);
    } catch (error) {
      return this.fault(error);
    }
    return this.verdict();
  }

  /** The verdict at the end of the file. */
  end(): Recognition {
    try {
      this.document.end();
    } catch (error) {
      return this.fault(error);
    }
    if (this.karpathy) return { format: "karpathy" };
    // Annotations with nothing but ids are captions that went missing: bad records, not another kind of file.
    if (this.captions === null && this.strangeKeys === null && this.document.lists.has("annotations")) this.captions = true;
    return this.captions ? this.accepted() : this.rejected(this.reason ?? this.missing());
  }

  private accepted(): Recognition {
    return { format: "coco", licences: this.licences, tokenized: this.tokenized };
  }

  private rejected(reason: string): Recognition {
    return { format: null, reason, broken: false };
  }

  private verdict(): Recognition | null {
    if (this.reason) return this.rejected(this.reason);
    if (this.karpathy) return { format: "karpathy" };
    if (!this.captions) return this.annotations > ANNOTATIONS_SEEN && this.strangeKeys ? this.rejected(this.missing()) : null;
    return this.licencesSettled() ? this.accepted() : null;
  }

  // Licences may stand after the images that refer to them: then the survey goes on until it has met them.
  private licencesSettled(): boolean {
    const { lists, key } = this.document;
    const passed = (list: string) => lists.has(list) && key !== list;
    return passed("licenses") || (passed("images") && !this.licencesReferred);
  }

  private seeLicence(value: unknown): void {
    const licence = readLicence(value);
    if (licence && this.licences.size < 10_000) this.licences.set(...licence);
  }

  private seeImage(value: unknown): void {
    if (!isObject(value)) return;
    if (Array.isArray(value.sentences) && this.annotations === 0) this.karpathy = true;
    if (value.license !== undefined && value.license !== null) this.licencesReferred = true;
  }

  private seeAnnotation(value: unknown): void {
    if (this.captions !== null || this.reason !== null || !isObject(value)) return;
    this.annotations += 1;
    if ("caption" in value || "tokenized_caption" in value) {
      this.captions = true;
      this.tokenized = "tokenized_caption" in value;
      return;
    }
    const task = OTHER_TASKS.find(([key]) => key in value);
    if (task) this.reason = `it holds ${task[1]}, no captions. The captions are in the file whose name begins with captions_.`;
    else if (Object.keys(value).some((key) => key !== "id" && key !== "image_id")) this.strangeKeys ??= Object.keys(value).slice(0, 12).map(excerpt).join(", ");
  }

  private missing(): string {
    if (this.strangeKeys) return `its annotations have no caption; they have the keys ${this.strangeKeys}. ${GIVE_CAPTION_FILE}`;
    const keys = this.document.keys.slice(0, 12).map(excerpt).join(", ");
    return `its JSON has no list of annotations; it has the keys ${keys || "none"}. ${GIVE_CAPTION_FILE}`;
  }

  private fault(error: unknown): Recognition {
    if (!(error instanceof JsonFault)) throw error;
    // The reader will meet the same fault and can say after which caption.
    if (this.captions) return this.accepted();
    if (this.karpathy) return { format: "karpathy" };
    return { format: null, reason: this.faultReason(error), broken: true };
  }

  private faultReason({ kind, byte, message }: JsonFault): string {
    if (kind === "cut off") return `it ends in the middle, before the first caption, at byte ${byte}: it is cut off. Download it again.`;
    if (kind === "too long") return `${message}, after byte ${byte}. ${GIVE_CAPTION_FILE}`;
    return `it is not valid JSON at byte ${byte} (${excerpt(message)}). Download it again.`;
  }
}
