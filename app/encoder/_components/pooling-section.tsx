import { getLocale, getTranslator, type Translator } from "@/app/_i18n/translator";
import type { EncoderAnswer } from "@/lib/features/encoder/encoder-types";
import { TeachingSection } from "@/app/_components/teaching-section";

function explain(t: Translator, pooling: EncoderAnswer["model"]["pooling"], share: string): [string, string] {
  if (pooling === "mean") return [t("encoder.pooling.explain1"), t("encoder.pooling.explain2", { share })];
  if (pooling === "cls") return [t("encoder.pooling.explainCls1"), t("encoder.pooling.explainCls2")];
  return [t("encoder.pooling.explainOther1"), t("encoder.pooling.explainOther2")];
}

/** How the vectors of the pieces become one. */
export async function PoolingSection({ answer: { model, text } }: { answer: EncoderAnswer }) {
  const [t, locale] = await Promise.all([getTranslator(), getLocale()]);
  const percent = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 });
  const { pieces, shares } = text;
  const most = Math.max(...(shares ?? [0]));
  return (
    <TeachingSection id="pooling" heading={t("encoder.pooling.heading")} explanation={explain(t, model.pooling, percent.format(1 / pieces.length))}>
      {shares && (
        <table className="w-full max-w-2xl text-sm">
          <thead className="sr-only"><tr><th scope="col">{t("encoder.pooling.piece")}</th><th scope="col">{t("encoder.pooling.share")}</th></tr></thead>
          <tbody>
            {shares.map((share, i) => (
              <tr key={i}>
                <th scope="row" className="w-px py-0.5 pr-3 text-right font-normal whitespace-nowrap">{pieces[i]?.text}</th>
                <td className="py-0.5">
                  <span className="flex items-center gap-2">
                    <span aria-hidden="true" className="h-3 rounded-xs bg-accent" style={{ width: `${(Math.max(0, share) / most) * 80}%` }} />
                    <span className="text-xs text-muted tabular-nums">{percent.format(share)}</span>
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </TeachingSection>
  );
}
