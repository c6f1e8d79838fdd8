import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from "node:crypto";
import pLimit from "p-limit";
import { AppError } from "@/lib/core/errors";
import { processSingleton } from "@/lib/core/process-singleton";

/** What OWASP recommends: N = 2^17, r = 8, p = 1. One hash takes 128 MiB and half a second of one core. */
const COST = { ln: 17, r: 8, p: 1 };
const SALT_BYTES = 16;
const HASH_BYTES = 32;
/** Hashes that may wait for their turn. */
const MOST_WAITING = 8;

/** One at a time: attempts from everywhere at once must not take the memory of the searches. */
const turns = processSingleton("password hashing", () => pLimit(1));

const FORMAT = /^\$scrypt\$ln=(\d+),r=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

type Cost = typeof COST;

/** @returns the hash with its parameters and salt, as `$scrypt$ln=17,r=8,p=1$<salt>$<hash>` (PHC string format) */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  return format(COST, salt, await derive(password, salt, HASH_BYTES, COST));
}

/**
 * @returns whether it is the password, and whether it should be hashed anew because its parameters are not today's
 * @throws AppError `too_many_attempts` where too many wait already
 */
export async function verifyPassword(password: string, stored: string): Promise<{ matches: boolean; outdated: boolean }> {
  const [, ln, r, p, salt = "", hash = ""] = FORMAT.exec(stored) ?? [];
  if (!hash) throw new AppError("internal", "The stored password cannot be read. Set another with npm run admin -- set-password.");
  const cost = { ln: Number(ln), r: Number(r), p: Number(p) };
  const expected = Buffer.from(hash, "base64");
  const derived = await derive(password, Buffer.from(salt, "base64"), expected.length, cost);
  return { matches: timingSafeEqual(derived, expected), outdated: cost.ln < COST.ln || cost.r < COST.r || cost.p < COST.p };
}

function derive(password: string, salt: Buffer, length: number, { ln, r, p }: Cost): Promise<Buffer> {
  if (turns.pendingCount >= MOST_WAITING) throw new AppError("too_many_attempts", "Too many attempts at once. Try again in a few seconds.", { retryAfter: 5 });
  const options: ScryptOptions = { N: 2 ** ln, r, p, maxmem: 256 * 2 ** ln * r };
  return turns(() => new Promise((resolve, reject) => scrypt(password, salt, length, options, (error, key) => (error ? reject(error) : resolve(key)))));
}

const unpadded = (bytes: Buffer) => bytes.toString("base64").replace(/=+$/, "");

const format = ({ ln, r, p }: Cost, salt: Buffer, hash: Buffer) => `$scrypt$ln=${ln},r=${r},p=${p}$${unpadded(salt)}$${unpadded(hash)}`;
