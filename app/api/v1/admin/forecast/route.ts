import { adminRead } from "@/app/api/_lib/admin-route";
import { parseBody } from "@/app/api/_lib/parse-body";
import { openData } from "@/lib/features/admin-state/open-data";
import { forecastReindex } from "@/lib/features/reindexing/forecast-reindex";
import { reindexRequestSchema } from "@/lib/features/reindexing/reindex-request";

export const dynamic = "force-dynamic";

/** A POST as its question is a body; it changes nothing. */
export function POST(request: Request): Promise<Response> {
  return adminRead(request, async () => {
    const wish = await parseBody(request, reindexRequestSchema);
    const { db, dataDir } = await openData();
    return forecastReindex(db, wish, { dataDir });
  });
}
