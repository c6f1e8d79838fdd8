import { AppError } from "@/lib/core/errors";
import type { AuditView, TokenView } from "@/lib/features/admin-access/access-types";
import { COMMAND_LINE } from "@/lib/features/admin-access/actor";
import { createToken, newTokenSchema } from "@/lib/features/admin-access/create-token";
import { listAudit } from "@/lib/features/admin-access/list-audit";
import { listTokens } from "@/lib/features/admin-access/list-tokens";
import { recordAct } from "@/lib/features/admin-access/record-act";
import { revokeToken } from "@/lib/features/admin-access/revoke-token";
import { setPassword } from "@/lib/features/admin-access/set-password";
import { signOutEverywhere } from "@/lib/features/admin-access/sign-out";
import type { prepareDatabase } from "@/lib/features/setup/prepare-database";
import { readNewPassword } from "./read-new-password";

type Database = Awaited<ReturnType<typeof prepareDatabase>>["db"];

export type AdminResult = { passwordSet: true } | { sessions: number } | { token: TokenView & { token?: string } } | { tokens: TokenView[] } | { entries: AuditView[] };

interface ActContext {
  db: Database;
  /** What follows the act on the command line. */
  words: string[];
  days: number | null;
  signal: AbortSignal;
}

type AdminAct = (context: ActContext) => Promise<AdminResult>;

/** What `npm run admin` does, by its words. */
export const acts: Record<string, AdminAct> = {
  "set-password": async ({ db, words, signal }) => {
    if (words.length > 0) throw new AppError("invalid_parameter", "A password on the command line is seen by others and kept by the shell. Give it when asked, or on stdin.", { field: "act" });
    const password = await readNewPassword(signal);
    await recordAct(db, COMMAND_LINE, "password.set", () => setPassword(db, password));
    return { passwordSet: true };
  },
  "sign-out-everywhere": async ({ db, words }) => {
    expectNone(words);
    return recordAct(db, COMMAND_LINE, "sign-out-everywhere", async (note) => {
      const sessions = await signOutEverywhere(db);
      note.detail = { sessions };
      return { sessions };
    });
  },
  "token create": async ({ db, words, days }) => {
    const parsed = newTokenSchema.safeParse({ name: oneName(words), days });
    if (!parsed.success) throw new AppError("invalid_parameter", `The name of the token cannot be used: ${parsed.error.issues[0]?.message}.`, { field: "name" });
    const token = await recordAct(db, COMMAND_LINE, "token.create", () => createToken(db, parsed.data, COMMAND_LINE.name), { target: `token ${parsed.data.name}`, detail: { days } });
    return { token };
  },
  "token list": async ({ db, words }) => {
    expectNone(words);
    return { tokens: await listTokens(db) };
  },
  "token revoke": async ({ db, words }) => {
    const name = oneName(words);
    return { token: await recordAct(db, COMMAND_LINE, "token.revoke", () => revokeToken(db, { name }), { target: `token ${name}` }) };
  },
  audit: async ({ db, words }) => {
    expectNone(words);
    return { entries: (await listAudit(db)).entries };
  },
};

function expectNone(words: string[]): void {
  if (words.length > 0) throw new AppError("invalid_parameter", "There are too many words.", { field: "act" });
}

function oneName(words: string[]): string {
  if (words.length !== 1) throw new AppError("invalid_parameter", "Give the token's name as one word, in quotes where it has spaces.", { field: "name" });
  return words[0] ?? "";
}
