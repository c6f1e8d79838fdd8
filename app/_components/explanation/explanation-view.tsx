import clsx from "clsx";
import { getTranslator } from "@/app/_i18n/translator";
import type { Explanation } from "@/lib/features/explanation/explanation";
import { ColumnDiagram } from "./column-diagram";
import { LineDiagram, lineWidth } from "./line-diagram";
import { WordTable } from "./word-table";

/** Lines of texts, in pixels, that fit into places from these widths on; longer ones are shown as columns. */
const places = [
  { upTo: 540, line: "hidden @xl:block", column: "@xl:hidden" },
  { upTo: 900, line: "hidden @4xl:block", column: "@4xl:hidden" },
] as const;

/** Which words of two texts meet, drawn and as a table. Drawn on the server; in narrow places the texts stand as columns. */
export async function ExplanationView({ explanation }: { explanation: Explanation }) {
  const t = await getTranslator();
  const width = lineWidth(explanation);
  const place = places.find(({ upTo }) => width <= upTo);
  return (
    <div className="@container">
      {explanation.links.length === 0 && <p className="mb-4 leading-relaxed">{t("explanation.nothingMeets")}</p>}
      <div className="flex flex-wrap items-start gap-x-14 gap-y-6">
        {place && <div className={clsx("min-w-0", place.line)} style={{ flex: `0 1 ${width + 2}px` }}><LineDiagram explanation={explanation} /></div>}
        <div className={clsx("w-full max-w-85 @xl:w-85", place?.column)}><ColumnDiagram explanation={explanation} /></div>
        <div className="min-w-0 max-w-xl flex-[1_1_18rem]"><WordTable explanation={explanation} caption={t("explanation.tableCaption", { a: explanation.a.text, b: explanation.b.text })} /></div>
      </div>
      <p className="mt-4 max-w-2xl text-xs leading-relaxed text-muted">{t("explanation.howToRead")}{explanation.linkedBy === "differences" && ` ${t("explanation.byDifferences")}`}</p>
    </div>
  );
}
