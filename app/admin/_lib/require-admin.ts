import { redirect } from "next/navigation";
import type { Actor } from "@/lib/features/admin-access/actor";
import { findAdmin, hasPassword } from "./find-admin";
import { addressOf } from "./way-back";

/**
 * Who looks at a page of the administration, and what its changing requests have to carry. Redirects whoever is not signed in.
 * A layout is not rendered anew with every page under it: each page calls this itself.
 * @param here the page's address, to which signing in leads back
 */
export async function requireAdmin(here: string): Promise<{ actor: Actor; csrf: string; sessionId: string }> {
  const found = await findAdmin();
  if (found?.session) return { actor: found.actor, csrf: found.session.csrf, sessionId: found.session.id };
  redirect((await hasPassword()) ? addressOf("/admin/sign-in", here === "/admin" ? {} : { to: here }) : "/admin/setup");
}
