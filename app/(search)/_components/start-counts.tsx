import { indexFacts } from "@/app/_components/index-facts";
import { getLocale, getTranslator } from "@/app/_i18n/translator";

/** How much there is to find. */
export async function StartCounts() {
  const [t, locale, stats] = await Promise.all([getTranslator(), getLocale(), indexFacts()]);
  if (!stats || stats.captions === 0) return null;
  const counts = [
    { count: stats.captions, label: t("start.captions") },
    { count: stats.images, label: t("start.images") },
    { count: Object.keys(stats.languages).length, label: t("start.languages") },
  ];
  return (
    <ul className="flex flex-wrap gap-x-10 gap-y-2 border-t border-rule py-5">
      {counts.map(({ count, label }) => (
        <li key={label} className="text-sm text-muted">
          <span className="mr-1.5 text-2xl font-medium tracking-tight text-ink tabular-nums">{count.toLocaleString(locale)}</span>
          {label}
        </li>
      ))}
    </ul>
  );
}
