import { adminAct } from "@/app/api/_lib/admin-route";
import { parseBody } from "@/app/api/_lib/parse-body";
import { openData } from "@/lib/features/admin-state/open-data";
import { switchGeneration, switchSchema } from "@/lib/features/reindexing/switch-generation";

export const dynamic = "force-dynamic";

export function POST(request: Request, { params }: RouteContext<"/api/v1/admin/generations/[id]/activate">): Promise<Response> {
  return adminAct(request, "generation.activate", async (_actor, note) => {
    const { id } = await params;
    note.target = id;
    const options = await parseBody(request, switchSchema);
    note.detail = options;
    const { db, dataDir } = await openData();
    return switchGeneration(db, dataDir, id, options);
  });
}
