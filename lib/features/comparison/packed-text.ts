import { deflateRawSync, inflateRawSync } from "node:zlib";

/** The longest text that is unpacked: a small address could hold a huge one. */
const LONGEST = 256 * 1024;

/** A text for an address: deflated (RFC 1951), in base64url. Japanese takes nine characters a letter otherwise. */
export const packText = (text: string): string => deflateRawSync(Buffer.from(text, "utf8"), { level: 9 }).toString("base64url");

/** The inverse; null where it is no packed text. */
export function unpackText(packed: string): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(inflateRawSync(Buffer.from(packed, "base64url"), { maxOutputLength: LONGEST }));
  } catch {
    return null;
  }
}
