import type { AuditView, TokenView } from "@/lib/features/admin-access/access-types";
import type { AdminResult } from "../admin/acts";

/** To the minute, UTC. */
const minute = (at: string | null) => at?.slice(0, 16).replace("T", " ") ?? "never";

const tokenLine = ({ name, start, state, createdAt, expiresAt, lastUsedAt }: TokenView) =>
  `${name.padEnd(24)} ${start}…  ${state.padEnd(8)} made ${minute(createdAt)}, expires ${minute(expiresAt)}, last used ${minute(lastUsedAt)}`;

function auditLine({ at, actor, address, act, target, result, detail }: AuditView): string {
  const what = [act, target, detail !== null && JSON.stringify(detail)].filter(Boolean).join(" ");
  return `${at.slice(0, 19).replace("T", " ")}  ${result.padEnd(18)} ${actor}${address === null ? "" : ` (${address})`}: ${what}`;
}

const listOr = (lines: string[], none: string) => (lines.length > 0 ? lines.join("\n") : none);

export function presentAdmin(result: AdminResult): string {
  if ("passwordSet" in result) return "The admin password is set. Whoever was signed in has to sign in anew; API tokens stay valid.";
  if ("sessions" in result) return `${result.sessions} ${result.sessions === 1 ? "session" : "sessions"} ended. API tokens stay valid.`;
  if ("tokens" in result) return listOr(result.tokens.map(tokenLine), "There are no API tokens.");
  if ("entries" in result) return listOr(result.entries.map(auditLine), "Nothing has been recorded yet.");
  const { token, name } = result.token;
  return token === undefined ? `The token ${name} is revoked.` : `${token}\n\nThis is the token ${name}. It is not shown again. Send it as: Authorization: Bearer <token>`;
}
