import { respond } from "@/app/api/_lib/respond";
import { readMap } from "@/lib/features/caption-map/read-map";

export const dynamic = "force-dynamic";

export function GET(): Promise<Response> {
  return respond(readMap);
}
