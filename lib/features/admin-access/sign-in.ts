import { AppError } from "@/lib/core/errors";
import { findAccount, replaceHash } from "@/lib/database/accounts";
import type { Database } from "@/lib/database/client";
import type { Account } from "@/lib/database/generated/client";
import { ADMIN } from "./access-types";
import { countAttempt, forgiveAttempts } from "./count-attempt";
import { delayKeys } from "./delay-rules";
import { requirePassword } from "./find-credentials";
import { hashPassword, verifyPassword } from "./hash-password";
import { normalisePassword } from "./password-rules";
import { recordAct } from "./record-act";
import { openSealed, sealSecret } from "./sealed-secret";
import { digestSecret, readSigningKey } from "./signing-key";
import { startSession, type StartedSession, type Visitor } from "./start-session";

interface SignInRequest extends Visitor {
  password: string;
  /** The cookie of a browser that has signed in before. */
  device: string | null;
}

/**
 * Signs in with the admin password.
 * @returns the session, and what the browser is known by from now on
 * @throws AppError `forbidden` where no password is set, `too_many_attempts`, `unauthenticated` for a wrong password
 */
export async function signIn(db: Database, request: SignInRequest): Promise<StartedSession & { device: string }> {
  await requirePassword(db);
  const key = await readSigningKey(db);
  const device = openSealed(key, "device", request.device);
  const keys = delayKeys(ADMIN, request.address, device && digestSecret(device));
  await countAttempt(db, keys);
  const session = await recordAct(db, { name: ADMIN, address: request.address }, "sign-in", async () => {
    const account = await findAccount(db, ADMIN);
    if (!account || !(await isPassword(db, account, request.password))) throw wrongPassword();
    return (await startSession(db, account, request)) ?? Promise.reject(wrongPassword());
  });
  await forgiveAttempts(db, keys);
  return { ...session, device: device === null ? sealSecret(key, "device").cookie : (request.device ?? "") };
}

const wrongPassword = () => new AppError("unauthenticated", "This is not the admin password.", { field: "password" });

/** Whether it is the account's password; hashes it anew where that was done with older parameters. */
export async function isPassword(db: Database, account: Account, text: string): Promise<boolean> {
  const password = normalisePassword(text);
  const { matches, outdated } = await verifyPassword(password, account.passwordHash);
  if (matches && outdated) await replaceHash(db, account, await hashPassword(password));
  return matches;
}
