import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { Database } from "@/lib/database/client";
import { readOrMakeSetting } from "@/lib/database/settings";

const SETTING = "signing-key";
const BYTES = 32;

/** 256 bits, in the alphabet of addresses and cookies. */
export const makeSecret = (): string => randomBytes(BYTES).toString("base64url");

/** SHA-256 (hex): enough for secrets of 256 bits, which nobody guesses. */
export const digestSecret = (secret: string): string => createHash("sha256").update(secret).digest("hex");

/** Made once a data folder and kept there. */
export async function readSigningKey(db: Database): Promise<Buffer> {
  return Buffer.from(await readOrMakeSetting(db, SETTING, makeSecret()), "base64url");
}

/** HMAC-SHA-256, base64url. @param purpose keeps a signature for one thing from standing for another */
export const sign = (key: Buffer, purpose: "session" | "csrf" | "device", text: string): string => createHmac("sha256", key).update(`${purpose} ${text}`).digest("base64url");

/** In a time that does not depend on where they differ. */
export function isSame(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
