import type { ApiToken } from "@/lib/database/generated/client";
import type { TokenView } from "./access-types";

export function toTokenView(row: ApiToken, now: Date = new Date()): TokenView {
  const { id, name, start, createdBy, createdAt, expiresAt, lastUsedAt, revokedAt } = row;
  const state = revokedAt ? "revoked" : expiresAt && expiresAt <= now ? "expired" : "usable";
  const iso = (date: Date | null) => date?.toISOString() ?? null;
  return { id, name, start, createdBy, createdAt: createdAt.toISOString(), expiresAt: iso(expiresAt), lastUsedAt: iso(lastUsedAt), revokedAt: iso(revokedAt), state };
}
