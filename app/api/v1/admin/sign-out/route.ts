import { adminAct } from "@/app/api/_lib/admin-route";
import { requireSession } from "@/app/api/_lib/require-session";
import { endedSessionCookie } from "@/app/api/_lib/session-cookie";
import { signOut } from "@/lib/features/admin-access/sign-out";
import { searchEngine } from "@/lib/features/serving/search-engine";

export function POST(request: Request): Promise<Response> {
  return adminAct(request, "sign-out", async (_actor, _note, credentials) => {
    await signOut(await searchEngine().openDatabase(), requireSession(credentials).id);
    return Response.json({}, { headers: { "Set-Cookie": endedSessionCookie(request) } });
  });
}
