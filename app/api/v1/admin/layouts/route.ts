import { adminRead } from "@/app/api/_lib/admin-route";
import { openData } from "@/lib/features/admin-state/open-data";
import { listLayouts } from "@/lib/features/layouts/list-layouts";

export const dynamic = "force-dynamic";

export function GET(request: Request): Promise<Response> {
  return adminRead(request, async () => ({ layouts: await listLayouts((await openData()).db) }));
}
