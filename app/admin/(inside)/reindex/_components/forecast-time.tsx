"use client";

import { useLocale, useTranslations } from "use-intl";
import { formatDuration, formatRate } from "@/app/admin/_lib/format-quantity";
import type { Forecast } from "@/lib/features/reindexing/reindex-types";

/** Seconds under which nobody waits. */
const SHORT = 10;

type StepName = "embed" | "index" | "gate";

interface Step { 
  key: StepName;
  seconds: number;
  /** Null where it is no matter of captions a second. */
  rate: Forecast["rates"]["embed"];
}

/** The steps whose time is known. */
function stepsOf({ seconds, rates, toEmbed }: Forecast): Step[] {
  const step = (key: StepName, rate: Step["rate"]): Step[] => (seconds[key] === null ? [] : [{ key, seconds: seconds[key], rate }]);
  return [...(toEmbed > 0 ? step("embed", rates.embed) : []), ...step("index", rates.index), ...step("gate", null)];
}

/** How long it will take, step by step, and where that is known from. */
export function ForecastTime({ forecast }: { forecast: Forecast }) {
  const t = useTranslations("admin.index.forecast");
  const locale = useLocale();
  const { total } = forecast.seconds;
  const steps = stepsOf(forecast);
  return (
    <div>
      <p className="text-2xl font-medium tracking-tight tabular-nums">{total === null ? t("unknownTime") : total < SHORT ? t("fewSeconds") : t("about", { time: formatDuration(total, locale) })}</p>
      {total === null && <p className="mt-1 text-muted">{t("unknownTimeBody")}</p>}
      {steps.length > 0 && (
        <ul aria-label={t("steps")} className="mt-3 space-y-1.5">
          {steps.map(({ key, seconds, rate }) => (
            <li key={key}>
              <p className="flex justify-between gap-3 tabular-nums"><span className="text-muted">{t(key)}</span><span>{formatDuration(seconds, locale)}</span></p>
              {rate && <p className="text-xs leading-relaxed text-muted tabular-nums">{t("rate", { rate: formatRate(rate.value, locale) })} <span lang="en">({rate.from})</span></p>}
            </li>
          ))}
        </ul>
      )}
      <p className="mt-2 text-xs text-muted">{forecast.continued ? t("continued") : t("anew")}</p>
    </div>
  );
}
