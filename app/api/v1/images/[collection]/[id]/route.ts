import { respond } from "@/app/api/_lib/respond";
import { loadImagePage } from "@/lib/features/image-captions/load-image-page";
import { admitSearch } from "@/lib/features/serving/admit-search";

export function GET(_request: Request, { params }: RouteContext<"/api/v1/images/[collection]/[id]">): Promise<Response> {
  return respond(async () => {
    const { collection, id } = await params;
    return admitSearch(() => loadImagePage(collection, id));
  });
}
