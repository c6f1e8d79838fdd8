"use client";

import { useLocale, useTranslations } from "use-intl";
import { languageName } from "@/app/_components/language-mark";
import type { GenerationView } from "@/lib/features/reindexing/reindex-types";
import { compareGenerations, type ComparedField } from "./compare-generations";

/** What activating a generation changes; what stays is one line. */
export function ChangesTable({ now, then }: { now: GenerationView | null; then: GenerationView }) {
  const t = useTranslations("admin.index");
  const locale = useLocale();
  const fields = compareGenerations(now, then);
  const [changed, same] = [fields.filter((field) => !field.same), fields.filter((field) => field.same)];
  const written = (field: ComparedField["field"], value: ComparedField["now"]) => {
    if (value === null) return "–";
    if (typeof value === "number") return value.toLocaleString(locale);
    if (typeof value === "string") return value;
    return value.map((name) => (field === "languages" ? languageName(name, locale) : name)).join(locale === "ja" ? "、" : ", ") || "–";
  };
  return (
    <div className="text-ink">
      {changed.length > 0 && (
        <table className="w-full table-fixed border-collapse tabular-nums">
          <thead>
            <tr className="text-left text-xs text-muted">
              <th scope="col" className="w-[30%] py-1 pr-3 font-medium"><span className="sr-only">{t("activate.field")}</span></th>
              <th scope="col" className="py-1 pr-3 font-medium">{t("activate.now")}</th>
              <th scope="col" className="py-1 font-medium">{t("activate.then")}</th>
            </tr>
          </thead>
          <tbody>
            {changed.map(({ field, now: before, then: after }) => (
              <tr key={field} className="border-t border-rule align-baseline">
                <th scope="row" className="py-1.5 pr-3 text-left font-normal wrap-anywhere text-muted">{t(`generations.fields.${field}`)}</th>
                <td className="py-1.5 pr-3 wrap-anywhere">{written(field, before)}</td>
                <td className="py-1.5 font-medium wrap-anywhere">{written(field, after)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {same.length > 0 && <p className="mt-2 text-xs text-muted">{t("activate.same", { fields: same.map(({ field }) => t(`generations.fields.${field}`)).join(locale === "ja" ? "、" : ", ") })}</p>}
    </div>
  );
}
