"use client";

import { useFormatter, useTranslations } from "use-intl";
import { Announce } from "@/app/_components/announce";
import { Icon } from "@/app/_components/icon";
import { MapIcon, type MapIconName } from "../_components/map-icon";
import type { LiveControl, LiveLayout } from "./use-live-layout";

/** Steps with exaggeration, as the layout has them. */
const EARLY = 250;

/** Starts, holds and steps a t-SNE, and shows how far it is. */
export function LiveControls({ control, perplexity }: { control: LiveControl; perplexity: number }) {
  const t = useTranslations("map.selection");
  const { live } = control;
  const active = live !== null && live.state !== "done" && live.state !== "failed";
  return (
    <section aria-label={t("live")} className="border-t border-rule pt-4">
      <h2 className="text-sm font-medium">{t("live")}</h2>
      <p className="mt-1 text-xs leading-relaxed text-muted">{t("liveHint")}</p>
      <div className="mt-3 flex flex-wrap gap-2">
        {!active && <Press icon="play" label={live ? t("restart") : t("start")} onPress={() => control.start(perplexity)} />}
        {active && live.state !== "paused" && <Press icon="pause" label={t("pause")} onPress={control.pause} />}
        {live?.state === "paused" && <Press icon="play" label={t("resume")} onPress={control.resume} />}
        {active && <Press icon="step" label={t("step")} onPress={control.step} />}
        {active && <Press icon="again" label={t("restart")} onPress={() => control.start(perplexity)} />}
      </div>
      {live?.state === "failed" && <p role="alert" className="mt-3 text-sm text-bad">{t("failed")}<span lang="en" className="block">{live.message}</span></p>}
      {live && live.iterations > 0 && <Progress live={live} />}
    </section>
  );
}

function Press({ icon, label, onPress }: { icon: MapIconName | "again"; label: string; onPress: () => void }) {
  return (
    <button type="button" onClick={onPress} className="flex h-9 items-center gap-2 rounded-md border border-edge px-3 text-sm hover:border-accent hover:text-accent">
      {icon === "again" ? <Icon name={icon} className="size-4" /> : <MapIcon name={icon} className="size-4" />}{label}
    </button>
  );
}

function Progress({ live: { iteration, iterations, divergences, state } }: { live: LiveLayout }) {
  const t = useTranslations("map.selection");
  const format = useFormatter();
  const divergence = divergences.at(-1) ?? 0;
  return (
    <>
      <dl className="mt-4 grid grid-cols-2 text-sm">
        <div><dt className="text-xs text-muted">{t("iteration")}</dt><dd className="text-xl tabular-nums">{format.number(iteration)} <span className="text-sm text-muted">/ {format.number(iterations)}</span></dd></div>
        <div><dt className="text-xs text-muted">{t("divergence")}</dt><dd className="text-xl tabular-nums">{divergence.toFixed(3)}</dd></div>
      </dl>
      <Curve values={divergences} length={Math.ceil(iterations / Math.max(1, iteration / divergences.length))} label={t("curve")} />
      <p className="min-h-5 text-xs text-muted">{iteration < EARLY && t("early")}</p>
      {state === "done" && <Announce text={t("ended", { iterations, divergence: divergence.toFixed(3) })} />}
    </>
  );
}

const [WIDTH, HEIGHT] = [240, 56];

/** @param length values that there will be */
function Curve({ values, length, label }: { values: readonly number[]; length: number; label: string }) {
  const most = Math.max(...values, 0.01);
  const corners = values.map((value, i) => `${((WIDTH * i) / Math.max(1, length - 1)).toFixed(1)},${(HEIGHT * (1 - value / most)).toFixed(1)}`);
  return (
    <svg viewBox={`0 -2 ${WIDTH} ${HEIGHT + 4}`} role="img" aria-label={label} className="mt-2 h-14 w-full" preserveAspectRatio="none">
      <path d={`M0 ${HEIGHT}H${WIDTH}`} className="stroke-rule" vectorEffect="non-scaling-stroke" />
      <polyline points={corners.join(" ")} fill="none" className="stroke-accent" strokeWidth="1.5" vectorEffect="non-scaling-stroke" />
    </svg>
  );
}
