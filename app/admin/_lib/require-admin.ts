import { cache } from "react";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { SESSION_COOKIE } from "@/app/api/_lib/session-cookie";
import { clientAddress } from "@/lib/core/client-address";
import type { Actor } from "@/lib/features/admin-access/actor";
import { findSessionCredentials, isPasswordSet } from "@/lib/features/admin-access/find-credentials";
import { searchEngine } from "@/lib/features/serving/search-engine";

/**
 * Who looks at a page of the administration, and what its changing requests have to carry. Redirects whoever is not signed in.
 * A layout is not rendered anew with every page under it: each page calls this itself.
 */
export const requireAdmin = cache(async (): Promise<{ actor: Actor; csrf: string; sessionId: string }> => {
  const [jar, sent] = await Promise.all([cookies(), headers()]);
  const db = await searchEngine().openDatabase();
  const found = await findSessionCredentials(db, jar.get(SESSION_COOKIE)?.value ?? null, clientAddress(sent));
  if (found?.session) return { actor: found.actor, csrf: found.session.csrf, sessionId: found.session.id };
  redirect((await isPasswordSet(db)) ? "/admin/sign-in" : "/admin/setup");
});
