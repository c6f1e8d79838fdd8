import { AppError } from "@/lib/core/errors";
import { findAccount } from "@/lib/database/accounts";
import type { Database } from "@/lib/database/client";
import { ADMIN } from "./access-types";
import { countAttempt, forgiveAttempts } from "./count-attempt";
import { delayKeys } from "./delay-rules";
import { checkNewPassword } from "./password-rules";
import { setPassword } from "./set-password";
import { isPassword } from "./sign-in";
import { startSession, type StartedSession, type Visitor } from "./start-session";

/**
 * Changes the password for one who knows the present one. Everybody is signed out; the one who changed it goes on with a new session.
 * @param sessionId whose attempts are counted: a stolen session must not find out the password
 * @throws AppError `forbidden` for a wrong present password, `too_many_attempts`, `invalid_parameter` for an unusable new one
 */
export async function changePassword(db: Database, { present, wanted }: { present: string; wanted: string }, sessionId: string, visitor: Visitor): Promise<StartedSession> {
  checkNewPassword(wanted);
  const keys = delayKeys(ADMIN, visitor.address, `session ${sessionId}`);
  await countAttempt(db, keys);
  const account = await findAccount(db, ADMIN);
  if (!account || !(await isPassword(db, account, present))) throw new AppError("forbidden", "The present password is another one.", { field: "present" });
  await forgiveAttempts(db, keys);
  await setPassword(db, wanted);
  const changed = await findAccount(db, ADMIN);
  const session = changed && (await startSession(db, changed, visitor));
  return session ?? Promise.reject(new AppError("conflict", "The password was changed by another at the same time. Sign in anew."));
}
