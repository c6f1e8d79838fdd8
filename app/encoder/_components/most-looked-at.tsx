import { getLocale, getTranslator } from "@/app/_i18n/translator";

const SHOWN = 3;

interface Props {
  pieces: readonly string[];
  weights: readonly (readonly number[])[];
}

const strongest = (row: readonly number[]) => row.map((weight, key) => ({ weight, key })).sort((a, b) => b.weight - a.weight).slice(0, SHOWN);

/** The lines in words, for whoever cannot see them. */
export async function MostLookedAt({ pieces, weights }: Props) {
  const [t, locale] = await Promise.all([getTranslator(), getLocale()]);
  const percent = new Intl.NumberFormat(locale, { style: "percent" });
  return (
    <details className="mt-4 text-sm">
      <summary className="w-fit py-1.5 text-muted underline decoration-edge underline-offset-4">{t("encoder.attention.table")}</summary>
      <table className="mt-2">
        <thead><tr className="border-b border-edge text-left text-muted"><th scope="col" className="py-1 pr-6 font-normal">{t("encoder.attention.from")}</th><th scope="col" className="py-1 font-normal">{t("encoder.attention.most")}</th></tr></thead>
        <tbody>
          {weights.map((row, query) => (
            <tr key={query} className="border-b border-rule">
              <th scope="row" className="py-1 pr-6 text-left font-normal whitespace-nowrap">{pieces[query]}</th>
              <td className="py-1">{strongest(row).map(({ weight, key }) => <span key={key} className="mr-4 inline-block whitespace-nowrap">{pieces[key]} <span className="text-muted tabular-nums">{percent.format(weight)}</span></span>)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
