import type { Tokenizer } from "@huggingface/tokenizers";
import type { PieceBytes } from "./place-pieces";

/** As GPT-2's vocabulary writes the 256 bytes: printable ones of Latin-1 as they are, the others by characters from U+0100 on. */
function byteLetters(): Map<string, number> {
  const letters = new Map<string, number>();
  let next = 0x100;
  for (let byte = 0; byte < 256; byte++) {
    const printable = (byte >= 0x21 && byte <= 0x7e) || (byte >= 0xa1 && byte <= 0xac) || byte >= 0xae;
    letters.set(String.fromCharCode(printable ? byte : next++), byte);
  }
  return letters;
}

const isSpace = (byte: number) => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d);

const byteToken = /^<0x([0-9A-F]{2})>$/;

/** How a vocabulary's pieces stand for text, by the kind of the tokenizer: written by bytes (ByteLevel), or as text with marks where words begin (▁) or go on (##), or end. */
export function pieceReader({ decoder, model }: Tokenizer): (piece: string) => PieceBytes {
  const { type, decoders = [] } = (decoder?.config ?? {}) as { type?: string; decoders?: { type?: string }[] };
  if ([type, ...decoders.map((part) => part.type)].includes("ByteLevel")) {
    const letters = byteLetters();
    return (piece) => Buffer.from(Array.from(piece, (letter) => letters.get(letter) ?? 0x20).filter((byte) => !isSpace(byte)));
  }
  const { continuing_subword_prefix: goesOn = "", end_of_word_suffix: ends = "" } = (model?.config ?? {}) as { continuing_subword_prefix?: string | null; end_of_word_suffix?: string | null };
  return (piece) => {
    const byte = byteToken.exec(piece)?.[1];
    if (byte) return Buffer.from([Number.parseInt(byte, 16)]);
    const begun = goesOn && piece.startsWith(goesOn) ? piece.slice(goesOn.length) : piece;
    const whole = ends && begun.endsWith(ends) ? begun.slice(0, -ends.length) : begun;
    return Buffer.from(whole.replace(/[▁\s]+/gu, ""));
  };
}
