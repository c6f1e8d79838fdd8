import { createAccount, savePassword } from "@/lib/database/accounts";
import type { Database } from "@/lib/database/client";
import { clearDelays } from "@/lib/database/sign-in-delays";
import { ADMIN } from "./access-types";
import { hashPassword } from "./hash-password";
import { checkNewPassword } from "./password-rules";

/**
 * Sets the admin password, signs everybody out and lets them try anew at once. API tokens stay valid.
 * @throws AppError `invalid_parameter` where it is too short or too long
 */
export async function setPassword(db: Database, text: string): Promise<void> {
  await savePassword(db, ADMIN, await hashPassword(checkNewPassword(text)));
  await clearDelays(db);
}

/** As setPassword, where there is none yet. @returns false where somebody was faster */
export async function setFirstPassword(db: Database, text: string): Promise<boolean> {
  return createAccount(db, ADMIN, await hashPassword(checkNewPassword(text)));
}
