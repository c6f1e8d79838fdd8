import { parseQuery } from "@/app/api/_lib/parse-query";
import { respond } from "@/app/api/_lib/respond";
import { readEvaluations } from "@/lib/features/evaluation/read-evaluations";
import { z } from "zod";

const nothing = z.strictObject({});

export function GET(request: Request): Promise<Response> {
  return respond(() => {
    parseQuery(request, nothing);
    return readEvaluations();
  });
}
