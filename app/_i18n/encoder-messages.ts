import type { Locale } from "./locale";
import encoderEn from "./messages/encoder.en.json";
import encoderJa from "./messages/encoder.ja.json";

export type EncoderMessages = typeof encoderEn;

/** What the pages about the encoder and the index say. */
export const encoderMessages: Record<Locale, EncoderMessages> = { en: encoderEn, ja: encoderJa };
