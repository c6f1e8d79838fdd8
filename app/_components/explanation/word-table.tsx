import { getTranslator } from "@/app/_i18n/translator";
import type { Explanation } from "@/lib/features/explanation/explanation";

/** A difference of cosines, with its sign. */
function signed(value: number): string {
  const size = Math.abs(value).toFixed(2);
  return size === "0.00" ? size : (value < 0 ? "−" : "+") + size;
}

/** Each word of content of the first text: what it meets, and what it adds. It is also what screen readers have of the drawing. */
export async function WordTable({ explanation: { a, b, links }, caption }: { explanation: Explanation; caption: string }) {
  const t = await getTranslator();
  const rows = a.words.flatMap((word, i) => (word.kind === "content" ? [{ word, met: links.filter((link) => link.a === i) }] : []));
  if (rows.length === 0) return null;
  return (
    <table className="w-full text-sm">
      <caption className="sr-only">{caption}</caption>
      <thead className="text-left text-xs text-muted">
        <tr>
          <th scope="col" className="py-1 pr-4 font-normal">{t("explanation.word")}</th>
          <th scope="col" className="py-1 pr-4 font-normal">{t("explanation.meets")}</th>
          <th scope="col" className="py-1 text-right font-normal">{t("explanation.adds")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ word, met }) => (
          <tr key={word.start} className="border-t border-rule align-baseline">
            <th scope="row" className="py-1.5 pr-4 text-left font-medium">{word.text}</th>
            <td className="py-1.5 pr-4">
              {met.length === 0 ? <span className="text-muted">{t("explanation.meetsNone")}</span> : (
                <ul className="flex flex-wrap gap-x-4">
                  {met.map((link) => <li key={link.b}>{b.words[link.b]!.text} <span className="text-xs text-muted tabular-nums">{t("explanation.share", { share: link.strength })}</span></li>)}
                </ul>
              )}
            </td>
            <td className="py-1.5 text-right tabular-nums">{word.contribution === null ? <span className="text-muted" title={t("explanation.notMeasured")}>–</span> : signed(word.contribution)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
