import { adminRead } from "@/app/api/_lib/admin-route";

export const dynamic = "force-dynamic";

/** Who one is, and what changing requests of a session have to carry (null for tokens). */
export function GET(request: Request): Promise<Response> {
  return adminRead(request, async ({ kind, name }, { session }) => Promise.resolve({ kind, name, csrf: session?.csrf ?? null, expiresAt: session?.expiresAt.toISOString() ?? null }));
}
