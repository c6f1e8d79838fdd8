import { adminAct } from "@/app/api/_lib/admin-route";
import { openData } from "@/lib/features/admin-state/open-data";
import { checkUpload } from "@/lib/features/uploads/check-upload";

export const dynamic = "force-dynamic";

export function POST(request: Request, { params }: RouteContext<"/api/v1/admin/uploads/[id]/check">): Promise<Response> {
  return adminAct(request, "upload.check", async (_actor, note) => {
    const { id } = await params;
    note.target = `upload ${id}`;
    const { db, dataDir } = await openData();
    return checkUpload(db, dataDir, id);
  });
}
