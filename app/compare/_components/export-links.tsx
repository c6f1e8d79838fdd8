import { getLocale, getTranslator } from "@/app/_i18n/translator";
import { compareParams, type CompareState } from "../_lib/compare-state";
import { PngButton } from "./png-button";

const formats = ["csv", "xlsx", "json", "svg"] as const;

/** The comparison as a file. */
export async function ExportLinks({ state }: { state: CompareState }) {
  const [t, locale] = [await getTranslator(), await getLocale()];
  const href = (format: string) => {
    const params = compareParams(state);
    params.set("format", format);
    params.set("lang", locale);
    return `/api/v1/compare/export?${params}`;
  };
  return (
    <section aria-labelledby="export" className="mt-14 border-t border-rule pt-8">
      <h2 id="export" className="text-xl font-semibold">{t("compare.export")}</h2>
      <p className="mt-1.5 text-sm text-muted">{t("compare.exportBody")}</p>
      <ul className="mt-4 flex flex-wrap gap-3 text-sm">
        {formats.map((format) => <li key={format}><a href={href(format)} download className="inline-block rounded-md border border-edge px-4 py-2 uppercase hover:border-accent hover:text-accent">{format}</a></li>)}
        <li><PngButton href={href("svg")} name="comparison.png" failed={t("compare.pngFailed")} /></li>
      </ul>
    </section>
  );
}
