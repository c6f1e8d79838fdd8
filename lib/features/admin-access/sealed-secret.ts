import { isSame, makeSecret, sign } from "./signing-key";

/** A new secret and the cookie that carries it, `<secret>.<signature>`. */
export function sealSecret(key: Buffer, purpose: "session" | "device"): { secret: string; cookie: string } {
  const secret = makeSecret();
  return { secret, cookie: `${secret}.${sign(key, purpose, secret)}` };
}

/** The secret of a cookie, null where the signature is not ours: the database is not asked then. */
export function openSealed(key: Buffer, purpose: "session" | "device", cookie: string | null): string | null {
  const [secret, signature, rest] = cookie?.split(".") ?? [];
  if (!secret || !signature || rest !== undefined) return null;
  return isSame(sign(key, purpose, secret), signature) ? secret : null;
}
