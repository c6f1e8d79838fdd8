import { adminAct } from "@/app/api/_lib/admin-route";
import { requireSession } from "@/app/api/_lib/require-session";
import { endedSessionCookie } from "@/app/api/_lib/session-cookie";
import { signOutEverywhere } from "@/lib/features/admin-access/sign-out";
import { searchEngine } from "@/lib/features/serving/search-engine";

export function POST(request: Request): Promise<Response> {
  return adminAct(request, "sign-out-everywhere", async (_actor, note, credentials) => {
    requireSession(credentials);
    const sessions = await signOutEverywhere(await searchEngine().openDatabase());
    note.detail = { sessions };
    return Response.json({ sessions }, { headers: { "Set-Cookie": endedSessionCookie(request) } });
  });
}
