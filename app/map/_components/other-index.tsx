import clsx from "clsx";
import { getTranslator } from "@/app/_i18n/translator";
import type { LayoutView, MapOverview } from "@/lib/features/caption-map/map-types";

/** Says that the map is of another index than searches use, and that a new layout is being made. */
export async function OtherIndex({ overview: { generation, job }, layout }: { overview: MapOverview; layout: LayoutView }) {
  const t = await getTranslator();
  const older = generation !== null && layout.generation !== generation.id;
  if (!older && !job) return null;
  const share = job?.total ? `${Math.floor((100 * job.done) / job.total)} %` : t("map.notice.queued");
  return (
    <p className={clsx("border-b border-rule px-4 py-1.5 text-sm", older ? "bg-warn-soft text-warn" : "bg-sunk text-muted")}>
      {older && `${t("map.layout.older")} ${t("map.layout.olderHint")} `}
      {job && t("map.notice.beside", { share: job.state === "queued" ? t("map.notice.queued") : share })}
    </p>
  );
}
