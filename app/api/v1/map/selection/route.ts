import { parseQuery } from "@/app/api/_lib/parse-query";
import { respond } from "@/app/api/_lib/respond";
import { layOutSelection } from "@/lib/features/caption-map/selection/lay-out-selection";
import { selectionQuerySchema } from "@/lib/features/caption-map/selection/selection-request";

export function GET(request: Request): Promise<Response> {
  return respond(() => layOutSelection(parseQuery(request, selectionQuerySchema), request.signal));
}
