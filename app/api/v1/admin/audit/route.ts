import { z } from "zod";
import { adminRead } from "@/app/api/_lib/admin-route";
import { parseQuery } from "@/app/api/_lib/parse-query";
import { listAudit } from "@/lib/features/admin-access/list-audit";
import { searchEngine } from "@/lib/features/serving/search-engine";

export const dynamic = "force-dynamic";

const schema = z.strictObject({ before: z.coerce.number().int().min(1).optional(), limit: z.coerce.number().int().min(1).max(500).default(50) });

export function GET(request: Request): Promise<Response> {
  return adminRead(request, async () => listAudit(await searchEngine().openDatabase(), parseQuery(request, schema)));
}
