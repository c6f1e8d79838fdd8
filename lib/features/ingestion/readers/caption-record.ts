import type { BadRecord, CaptionRecord, ReadLimits } from "../caption-file";
import { readCaptionText } from "./caption-text";
import { excerpt } from "./excerpt";
import { readLanguageTag } from "./language-tag";
import { readId, readImageId } from "./record-id";

/** A caption as its file gives it, not yet looked at. */
export interface RawCaption {
  imageId: unknown;
  captionId: unknown;
  caption: unknown;
  language: unknown;
}

/** A checked caption, or why it is passed over. `record` is its 1-based position. */
export function readCaption(raw: RawCaption, record: number, limits: ReadLimits): CaptionRecord | BadRecord {
  const imageExternalId = readImageId(raw.imageId);
  if (imageExternalId === null) return { record, reason: "no_image_id", detail: "no image id" };
  if (imageExternalId === undefined) return { record, reason: "bad_record", detail: `image id that cannot be used: ${excerpt(raw.imageId)}` };
  const externalId = readId(raw.captionId);
  if (externalId === undefined) return { record, reason: "bad_record", detail: `caption id ${excerpt(raw.captionId)}` };
  const caption = readCaptionText(raw.caption, limits.maxCaptionLength);
  if ("reason" in caption) return { record, ...caption };
  const language = readLanguageTag(raw.language);
  if (language === undefined) return { record, reason: "bad_language", detail: `language ${excerpt(raw.language)}` };
  return { record, externalId, imageExternalId, text: caption.text, language };
}
