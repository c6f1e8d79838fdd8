import { respond } from "@/app/api/_lib/respond";
import { rowId } from "@/app/api/_lib/row-id";
import { readEvaluation } from "@/lib/features/evaluation/read-evaluations";

export function GET(_request: Request, { params }: RouteContext<"/api/v1/evaluations/[id]">): Promise<Response> {
  return respond(async () => readEvaluation(rowId((await params).id, "evaluation")));
}
