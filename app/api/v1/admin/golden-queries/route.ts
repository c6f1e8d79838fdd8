import { adminAct, adminRead } from "@/app/api/_lib/admin-route";
import { parseBody } from "@/app/api/_lib/parse-body";
import { openData } from "@/lib/features/admin-state/open-data";
import { listGoldenQueries } from "@/lib/features/reindexing/list-golden-queries";
import { goldenQuerySchema, pinGoldenQuery } from "@/lib/features/reindexing/pin-golden-query";

export const dynamic = "force-dynamic";

export function GET(request: Request): Promise<Response> {
  return adminRead(request, async () => {
    const { db } = await openData();
    return { goldenQueries: await listGoldenQueries(db) };
  });
}

export function POST(request: Request): Promise<Response> {
  return adminAct(request, "golden.pin", async (actor, note) => {
    const query = await parseBody(request, goldenQuerySchema);
    note.detail = query;
    const { db } = await openData();
    const pinned = await pinGoldenQuery(db, query, actor.name);
    note.target = `pinned query ${pinned.id}`;
    return Response.json(pinned, { status: 201 });
  });
}
