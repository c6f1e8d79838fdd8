import { adminAct, adminRead } from "@/app/api/_lib/admin-route";
import { parseBody } from "@/app/api/_lib/parse-body";
import { requireSession } from "@/app/api/_lib/require-session";
import { createToken, newTokenSchema } from "@/lib/features/admin-access/create-token";
import { listTokens } from "@/lib/features/admin-access/list-tokens";
import { searchEngine } from "@/lib/features/serving/search-engine";

export const dynamic = "force-dynamic";

export function GET(request: Request): Promise<Response> {
  return adminRead(request, async () => ({ tokens: await listTokens(await searchEngine().openDatabase()) }));
}

/** The answer shows the token, for the only time. */
export function POST(request: Request): Promise<Response> {
  return adminAct(request, "token.create", async (actor, note, credentials) => {
    requireSession(credentials);
    const wanted = await parseBody(request, newTokenSchema);
    note.target = `token ${wanted.name}`;
    note.detail = { days: wanted.days };
    return createToken(await searchEngine().openDatabase(), wanted, actor.name);
  });
}
