import { z } from "zod";
import { AppError } from "@/lib/core/errors";
import { saveApiToken } from "@/lib/database/api-tokens";
import type { Database } from "@/lib/database/client";
import type { TokenView } from "./access-types";
import { digestSecret, makeSecret } from "./signing-key";
import { toTokenView } from "./token-view";

/** Tells what it is, to people and to programs that look for secrets in files. */
const PREFIX = "kmt_";
const SHOWN_LENGTH = PREFIX.length + 5;
const DAY = 24 * 3_600_000;

/** Days. */
export const LONGEST_TOKEN = 3650;

export const newTokenSchema = z.strictObject({
  name: z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,63}$/u, "give 1 to 64 letters, digits, spaces, dots, hyphens or underscores, a letter or digit first"),
  /** Days until it expires; never where left out. */
  days: z.int().min(1).max(LONGEST_TOKEN).nullable().default(null),
});

export type NewToken = z.output<typeof newTokenSchema>;

/**
 * Makes an API token. `token` is shown here and never again: the database has its hash.
 * @throws AppError `conflict` where another has or had that name: the audit list tells tokens apart by it
 */
export async function createToken(db: Database, { name, days }: NewToken, createdBy: string): Promise<TokenView & { token: string }> {
  const token = PREFIX + makeSecret();
  const expiresAt = days === null ? null : new Date(Date.now() + days * DAY);
  const row = await saveApiToken(db, { name, hash: digestSecret(token), start: token.slice(0, SHOWN_LENGTH), createdBy, expiresAt });
  if (!row) throw new AppError("conflict", `There is or was a token ${name} already. Give another name.`, { field: "name" });
  return { ...toTokenView(row), token };
}
