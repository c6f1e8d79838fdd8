import { parseBody } from "@/app/api/_lib/parse-body";
import { parseQuery } from "@/app/api/_lib/parse-query";
import { respond } from "@/app/api/_lib/respond";
import { compareSentences } from "@/lib/features/comparison/compare-sentences";
import { comparisonBodySchema, comparisonQuerySchema, requestOf } from "@/lib/features/comparison/comparison-request";

export function GET(request: Request): Promise<Response> {
  return respond(() => compareSentences(requestOf(parseQuery(request, comparisonQuerySchema)), request.signal));
}

/** For more sentences than an address holds. */
export function POST(request: Request): Promise<Response> {
  return respond(async () => {
    const { groups = [], ...body } = await parseBody(request, comparisonBodySchema, { maxBytes: 1024 * 1024 });
    const said = groups.map((group) => group.map((sentence) => sentence.trim()).filter((sentence) => sentence !== "")).filter((group) => group.length > 0);
    return compareSentences({ ...body, groups: said }, request.signal);
  });
}
