"use client";

import { useTranslations } from "use-intl";
import { layoutAddress } from "../_lib/map-fetch";
import type { Loading } from "../_render/scene-source";
import { useMap } from "./map-context";

const box = "absolute z-10 max-w-sm rounded-sm border border-rule bg-card px-3 py-2 text-sm shadow-xs";
const chip = `${box} top-3 left-3`;

/** How far the points are, or why there are none; without WebGL, the picture that the server draws. */
export function StageStatus({ loading, onRetry }: { loading: Loading; onRetry: () => void }) {
  const t = useTranslations("map");
  const { layout } = useMap();
  switch (loading.kind) {
    case "ready":
      return null;
    case "loading":
      return (
        <div role="status" className={`${chip} tabular-nums`}>
          {t("canvas.loading", { loaded: loading.loaded, count: layout.count })}
          <span aria-hidden="true" className="mt-1.5 block h-1 w-48 overflow-hidden rounded-full bg-rule"><span className="block h-full bg-accent" style={{ width: `${(100 * loading.loaded) / Math.max(1, layout.count)}%` }} /></span>
        </div>
      );
    case "failed":
      return (
        <div role="alert" className={chip}>
          <p>{t("canvas.failed")}</p>
          <p lang="en" className="mt-1 text-muted">{loading.message}</p>
          <button type="button" onClick={onRetry} className="mt-2 underline decoration-edge underline-offset-4 hover:text-accent">{t("canvas.retry")}</button>
        </div>
      );
    case "no-webgl":
      return <ServerPicture />;
  }
}

function ServerPicture() {
  const t = useTranslations("map");
  const { layout, locale, theme, colour } = useMap();
  const picture = layoutAddress(layout.id, "picture.svg", { width: 1200, lang: locale, theme, colour: colour === "similarity" ? null : colour });
  return (
    <>
      <img src={picture} alt={t("canvas.picture", { count: layout.count, method: t(`layout.method.${layout.method}`) })} className="absolute inset-0 size-full object-contain p-6" />
      <p role="status" className={`${box} right-3 bottom-3`}>{t("canvas.noWebGl")} <a href="#list" className="underline">{t("list.link")}</a></p>
    </>
  );
}
