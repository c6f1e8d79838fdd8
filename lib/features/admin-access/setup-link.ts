import { processSingleton } from "@/lib/core/process-singleton";
import { AppError } from "@/lib/core/errors";
import type { Database } from "@/lib/database/client";
import { isPasswordSet } from "./find-credentials";
import { recordAct } from "./record-act";
import { setFirstPassword } from "./set-password";
import { digestSecret, isSame, makeSecret } from "./signing-key";
import type { Visitor } from "./start-session";

/** The digest of the secret in the link that this process printed. It is nowhere else, so it ends with the process. */
const printed = processSingleton("setup link", () => ({ digest: null as string | null }));

/**
 * A link by which whoever sees the server's output sets the first password.
 * @param port where the server listens
 * @returns null where a password is set already
 */
export async function makeSetupLink(db: Database, port: number): Promise<string | null> {
  if (await isPasswordSet(db)) return null;
  const secret = makeSecret();
  printed.digest = digestSecret(secret);
  return `http://localhost:${port}/admin/setup?token=${secret}`;
}

/** Whether the link still opens: it is the one printed last, and no password has been set since. */
export async function isSetupSecret(db: Database, secret: string): Promise<boolean> {
  return printed.digest !== null && isSame(digestSecret(secret), printed.digest) && !(await isPasswordSet(db));
}

/**
 * Sets the first password; the link is used up then. A password that cannot be used leaves the link as it is.
 * @throws AppError `forbidden` for any other link
 */
export async function setUp(db: Database, secret: string, password: string, { address }: Visitor): Promise<void> {
  const used = () => new AppError("forbidden", "This link is not valid any more. Restart the server for a new one, or set the password with npm run admin -- set-password.", { field: "token" });
  if (!(await isSetupSecret(db, secret))) throw used();
  await recordAct(db, { name: "setup link", address }, "password.set", async () => {
    if (!(await setFirstPassword(db, password))) throw used();
  });
  printed.digest = null;
}
