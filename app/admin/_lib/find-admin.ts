import { cache } from "react";
import { cookies, headers } from "next/headers";
import { SESSION_COOKIE } from "@/app/api/_lib/session-cookie";
import { clientAddress } from "@/lib/core/client-address";
import { findSessionCredentials, isPasswordSet, type Credentials } from "@/lib/features/admin-access/find-credentials";
import { searchEngine } from "@/lib/features/serving/search-engine";

/** Who looks at a page, null for whoever is not signed in. */
export const findAdmin = cache(async (): Promise<Credentials | null> => {
  const [jar, sent] = await Promise.all([cookies(), headers()]);
  return findSessionCredentials(await searchEngine().openDatabase(), jar.get(SESSION_COOKIE)?.value ?? null, clientAddress(sent));
});

export const hasPassword = cache(async (): Promise<boolean> => isPasswordSet(await searchEngine().openDatabase()));
