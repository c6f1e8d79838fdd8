import type { Database } from "./client";
import type { ApiToken } from "./generated/client";

interface NewApiToken {
  name: string;
  /** SHA-256 (hex). */
  hash: string;
  start: string;
  createdBy: string;
  expiresAt: Date | null;
}

/** @returns null where the name is taken */
export async function saveApiToken(db: Database, token: NewApiToken): Promise<ApiToken | null> {
  return db.$transaction(async (tx) => {
    if (await tx.apiToken.findUnique({ where: { name: token.name } })) return null;
    return tx.apiToken.create({ data: token });
  });
}

export async function findApiToken(db: Database, hash: string): Promise<ApiToken | null> {
  return db.apiToken.findUnique({ where: { hash } });
}

/** The latest first, revoked ones too. */
export async function listApiTokens(db: Database): Promise<ApiToken[]> {
  return db.apiToken.findMany({ orderBy: { id: "desc" } });
}

export async function touchApiToken(db: Database, id: number, at: Date): Promise<void> {
  await db.apiToken.updateMany({ where: { id }, data: { lastUsedAt: at } });
}

/** One that was revoked before keeps its time. @returns null where there is no such token */
export async function revokeApiToken(db: Database, which: { id: number } | { name: string }): Promise<ApiToken | null> {
  await db.apiToken.updateMany({ where: { ...which, revokedAt: null }, data: { revokedAt: new Date() } });
  return db.apiToken.findUnique({ where: which });
}
