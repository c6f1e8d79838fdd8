import { adminAct } from "@/app/api/_lib/admin-route";
import { rowId } from "@/app/api/_lib/row-id";
import { requireSession } from "@/app/api/_lib/require-session";
import { revokeToken } from "@/lib/features/admin-access/revoke-token";
import { searchEngine } from "@/lib/features/serving/search-engine";

/** Revokes it; its row stays, for the audit list. */
export function DELETE(request: Request, { params }: RouteContext<"/api/v1/admin/tokens/[id]">): Promise<Response> {
  return adminAct(request, "token.revoke", async (_actor, note, credentials) => {
    requireSession(credentials);
    const { id } = await params;
    note.target = `token ${id}`;
    const token = await revokeToken(await searchEngine().openDatabase(), { id: rowId(id, "token") });
    note.target = `token ${token.name}`;
    return token;
  });
}
