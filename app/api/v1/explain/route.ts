import { parseQuery } from "@/app/api/_lib/parse-query";
import { respond } from "@/app/api/_lib/respond";
import { explainPair } from "@/lib/features/explanation/explain-pair";
import { explainRequestSchema } from "@/lib/features/explanation/explain-request";

export function GET(request: Request): Promise<Response> {
  return respond(() => explainPair(parseQuery(request, explainRequestSchema)));
}
