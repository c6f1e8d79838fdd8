import type { BadRecordReason } from "../caption-file";
import { excerpt } from "./excerpt";

export type CaptionText = { text: string } | { reason: BadRecordReason; detail: string };

const LONE_SURROGATE = /\p{Surrogate}/u;
const VISIBLE = /[^\s\p{Cc}\p{Cf}]/u;
const BREAK = /[\t\n\v\f\r\u0085\u2028\u2029]/;
const BREAKS = /\s*[\t\n\v\f\r\u0085\u2028\u2029]+\s*/g;

/** A caption trimmed, on one line and otherwise as given, or the reason why it cannot be used. */
export function readCaptionText(value: unknown, maxLength: number): CaptionText {
  if (value === undefined || value === null) return { reason: "no_caption", detail: "no caption" };
  if (typeof value !== "string") return { reason: "caption_not_text", detail: excerpt(value) };
  const text = value.trim();
  if (text.length > maxLength) return { reason: "caption_too_long", detail: `${text.length} characters: ${excerpt(text)}` };
  if (text.includes("\0")) return { reason: "nul_character", detail: excerpt(text) };
  if (LONE_SURROGATE.test(text)) return { reason: "lone_surrogate", detail: excerpt(text) };
  if (!VISIBLE.test(text)) return { reason: "empty_caption", detail: "blank caption" };
  return { text: BREAK.test(text) ? text.replace(BREAKS, " ") : text };
}
