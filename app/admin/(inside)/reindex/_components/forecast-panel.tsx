"use client";

import clsx from "clsx";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Icon } from "@/app/_components/icon";
import { Button } from "@/app/admin/_components/button";
import { InlineError } from "@/app/admin/_components/inline-error";
import { Section } from "@/app/admin/_components/section";
import type { Forecast } from "@/lib/features/reindexing/reindex-types";
import { ForecastRoom } from "./forecast-room";
import { ForecastTime } from "./forecast-time";
import type { Forecasting } from "./use-forecast";

interface Props extends Forecasting {
  /** Whether the form can be started. */
  usable: boolean;
  starting: boolean;
  /** Why starting failed. */
  error: string | null;
}

/** What the re-index will take, before it is started. */
export function ForecastPanel({ forecast, failure, pending, usable, starting, error }: Props) {
  const t = useTranslations("admin.index");
  return (
    <div className="xl:sticky xl:top-24">
      <Section framed heading={t("forecast.heading")} aside={<span role="status">{usable && pending && forecast ? t("forecast.working") : ""}</span>}>
        {failure ? (
          <InlineError heading={t("forecast.failed")} message={failure.message} />
        ) : (
          <div className={clsx("transition-opacity", forecast && (pending || !usable) && "opacity-60")}>
            {forecast ? <Details forecast={forecast} /> : <Skeleton label={t("forecast.working")} />}
          </div>
        )}
        {forecast && !failure && usable && <Warnings forecast={forecast} />}
        <div className="mt-4 space-y-3">
          <InlineError message={error} />
          <Button type="submit" look="primary" pending={starting} disabled={!usable || failure !== null} className="w-full py-2">{starting ? t("reindex.starting") : t("reindex.start")}</Button>
        </div>
      </Section>
    </div>
  );
}

function Details({ forecast }: { forecast: Forecast }) {
  const t = useTranslations("admin.index.forecast");
  const { captions, reused, toEmbed, model } = forecast;
  const of = useTranslations("admin.index.generations");
  return (
    <div className="space-y-4 text-sm">
      <ForecastTime forecast={forecast} />
      <div className="border-t border-rule pt-3 tabular-nums">
        <p className="font-medium">{t("captionsOf", { count: captions })}</p>
        <p className="text-muted">{toEmbed === 0 ? t("nothingNew") : <>{t("toEmbed", { count: toEmbed })}{reused > 0 && <><br />{t("reused", { count: reused })}</>}</>}</p>
        <p className="mt-1 text-muted wrap-anywhere">{model.dimensionChoices ? of("modelFacts", { model: model.id, dimensions: model.dimensions }) : t("assumed", { model: model.id, dimensions: model.dimensions })}</p>
      </div>
      <ForecastRoom forecast={forecast} />
    </div>
  );
}

function Warnings({ forecast: { model, disk, memory, waitsFor } }: { forecast: Forecast }) {
  const t = useTranslations("admin.index.forecast");
  return (
    <div role="status" className="space-y-2 empty:hidden">
      {model.toFetch && <Warning>{t("toFetch", { model: model.id })}</Warning>}
      {!disk.fits && <Warning>{t("diskShort")}</Warning>}
      {!memory.fits && <Warning>{t("memoryShort")}</Warning>}
      {waitsFor !== null && <Warning icon="clock">{t("waits")}: <span lang="en">{waitsFor}</span></Warning>}
    </div>
  );
}

function Warning({ icon = "alert", children }: { icon?: "alert" | "clock"; children: ReactNode }) {
  return (
    <p className="mt-3 flex gap-2.5 rounded-md bg-warn-soft px-3.5 py-2.5 text-sm leading-relaxed">
      <Icon name={icon} className="mt-0.75 size-4 shrink-0 text-warn" />
      <span className="min-w-0 wrap-anywhere">{children}</span>
    </p>
  );
}

/** As high as most forecasts, so that the button does not jump. */
function Skeleton({ label }: { label: string }) {
  return (
    <div role="status" aria-label={label} className="space-y-3">
      <div className="h-8 w-2/3 rounded-xs bg-sunk" />
      {[20, 16, 14].map((height) => <div key={height} className="rounded-xs bg-sunk" style={{ height: `${height / 4}rem` }} />)}
    </div>
  );
}
