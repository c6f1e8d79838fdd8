/** The account that there is. */
export const ADMIN = "admin";

/** Times are ISO 8601, UTC, in all of these. */
export interface SessionView {
  /** The first digits of its id, to tell it by. */
  id: string;
  address: string;
  userAgent: string;
  createdAt: string;
  lastSeenAt: string;
  /** At the latest; unused, it ends before. */
  expiresAt: string;
  /** The one that asks. */
  current: boolean;
}

export interface TokenView {
  id: number;
  name: string;
  /** Its first characters, to tell it by. */
  start: string;
  createdBy: string;
  createdAt: string;
  expiresAt: string | null;
  lastUsedAt: string | null;
  revokedAt: string | null;
  state: "usable" | "expired" | "revoked";
}

export interface AuditView {
  id: number;
  at: string;
  actor: string;
  address: string | null;
  act: string;
  target: string | null;
  /** "done", the ErrorCode of what stopped it, or "begun" where its process ended before it did. */
  result: string;
  detail: unknown;
}
