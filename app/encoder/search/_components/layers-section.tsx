import clsx from "clsx";
import Link from "next/link";
import { getTranslator } from "@/app/_i18n/translator";
import type { SearchPath } from "@/lib/features/search-path/search-path-types";
import { TeachingSection } from "@/app/_components/teaching-section";
import { firstSteps, viewLayer } from "../_lib/layer-view";
import { searchPathHref, type SearchPathState } from "../_lib/search-path-state";
import { LayerPicture } from "./layer-picture";
import { StepPanel } from "./step-panel";

/** The layers as small pictures, that of the step large, and the step in words. */
export async function LayersSection({ path, state }: { path: SearchPath; state: SearchPathState & { q: string } }) {
  const t = await getTranslator();
  const { layers, places, place, step, sample, m } = path;
  const current = path.steps[step - 1]?.layer ?? 0;
  const begins = firstSteps(path);
  const large = viewLayer(path, current, step);
  return (
    <TeachingSection id="layers" heading={t("encoder.search.layers.heading")} explanation={[t("encoder.search.layers.explain1", { count: sample, m }), t("encoder.search.layers.explain2")]}>
      <div className="grid gap-x-8 gap-y-6 lg:grid-cols-[9rem_minmax(0,1fr)_19rem]">
        <ol aria-label={t("encoder.search.layers.heading")} className="flex gap-3 overflow-x-auto p-1 lg:flex-col">
          {layers.map((count, layer) => ({ count, layer })).reverse().map(({ count, layer }) => (
            <li key={layer} className="w-28 shrink-0 lg:w-full">
              <Link href={searchPathHref(state, { step: begins[layer] ?? step })} prefetch={false} scroll={false} aria-current={layer === current ? "step" : undefined}
                className={clsx("block rounded-md border p-1.5 text-xs hover:border-accent", layer === current ? "border-accent bg-card" : "border-rule text-muted")}>
                <LayerPicture view={viewLayer(path, layer, step)} places={places} place={place} label={null} />
                <span className="mt-1 flex flex-wrap justify-between gap-x-2 whitespace-nowrap tabular-nums"><span>{t("encoder.search.layers.layer", { layer })}</span> <span>{t("encoder.search.layers.nodes", { count })}</span></span>
              </Link>
            </li>
          ))}
        </ol>
        <LayerPicture view={large} places={places} place={place} label={t("encoder.search.layers.picture", { layer: current, step, seen: large.seen.length, count: large.nodes.length })} />
        <StepPanel path={path} state={state} />
      </div>
    </TeachingSection>
  );
}
