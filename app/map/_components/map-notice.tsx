import Link from "next/link";
import type { ReactNode } from "react";
import { AutoRefresh } from "@/app/_components/auto-refresh";
import { RetryButton } from "@/app/_components/retry-button";
import { getTranslator } from "@/app/_i18n/translator";
import type { AppError } from "@/lib/core/errors";
import type { MapOverview } from "@/lib/features/caption-map/map-types";
import { LayoutProgress } from "./layout-progress";

/** Fewest captions that there is something to lay out of. */
const FEWEST = 4;

const command = "mt-5 rounded-sm border border-rule bg-sunk px-4 py-3 text-sm whitespace-pre-wrap";

function Notice({ heading, body, children }: { heading: string; body: string; children?: ReactNode }) {
  return (
    <section className="page-width min-h-[70dvh] py-12">
      <div className="max-w-xl">
        <h1 className="text-xl font-semibold">{heading}</h1>
        <p className="mt-3 leading-relaxed text-muted">{body}</p>
        {children}
      </div>
    </section>
  );
}

/** Why there is no map yet, and what to do. Looks again by itself. */
export async function NoMap({ overview: { generation, job } }: { overview: MapOverview }) {
  const t = await getTranslator();
  const refresh = <AutoRefresh seconds={2} />;
  if (generation === null) return <Notice heading={t("map.notice.noIndex")} body={t("map.notice.noIndexBody")}>{refresh}<pre className={command}><code>npm run ingest -- captions.json</code></pre></Notice>;
  if (generation.captions < FEWEST) return <Notice heading={t("map.notice.few", { count: generation.captions })} body={t("map.notice.fewBody")}>{refresh}</Notice>;
  if (job) return <Notice heading={t("map.notice.computing")} body={t("map.notice.computingBody")}>{refresh}<LayoutProgress job={job} /></Notice>;
  return (
    <Notice heading={t("map.notice.noLayout")} body={t("map.notice.noLayoutBody")}>
      {refresh}
      <pre className={command}><code>npm run layout</code></pre>
    </Notice>
  );
}

/** The address asks for a layout that is not there. */
export async function LayoutGone({ hasCurrent }: { hasCurrent: boolean }) {
  const t = await getTranslator();
  return (
    <Notice heading={t("map.notice.gone")} body={t("map.notice.goneBody")}>
      {hasCurrent && <p className="mt-5"><Link href="/map" prefetch={false} className="underline decoration-edge underline-offset-4 hover:text-accent">{t("map.notice.toCurrent")}</Link></p>}
    </Notice>
  );
}

/** The server cannot read what maps there are. Its message, in English, names the mend; an unexpected one stays in its log. */
export async function MapFailure({ fault, heading }: { fault: AppError; heading?: string }) {
  const t = await getTranslator();
  return (
    <Notice heading={heading ?? t("map.notice.failed")} body={fault.code === "internal" ? t("map.notice.failedBody") : ""}>
      {fault.code !== "internal" && <p lang="en" className="mt-3 border-l-2 border-rule pl-4 text-sm leading-relaxed break-words">{fault.message}</p>}
      <p className="mt-6 flex items-center gap-5">
        <RetryButton label={t("map.notice.retry")} />
        <Link href="/map" prefetch={false} className="underline decoration-edge underline-offset-4 hover:text-accent">{t("map.notice.toCurrent")}</Link>
      </p>
    </Notice>
  );
}
