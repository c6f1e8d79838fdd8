import Link from "next/link";
import { formatScore } from "@/app/_components/score-bar";
import { getLocale, getTranslator } from "@/app/_i18n/translator";
import type { SearchPath } from "@/lib/features/search-path/search-path-types";
import { searchPathHref, type SearchPathState } from "../_lib/search-path-state";
import { StepPlayer } from "./step-player";

/** Nodes kept in mind that are told. */
const TOLD = 5;
const legend = [["here", "border-4 border-ink bg-card"], ["came", "bg-accent h-1 rounded-none"], ["new", "bg-cool"], ["found", "bg-accent"]] as const;

/** What happens in a step, and the ways to the others. */
export async function StepPanel({ path, state }: { path: SearchPath; state: SearchPathState & { q: string } }) {
  const [t, locale] = await Promise.all([getTranslator(), getLocale()]);
  const { steps, step, found, captions, explained } = path;
  const current = steps[step - 1];
  if (!current) return null;
  const share = new Intl.NumberFormat(locale, { style: "percent" }).format(explained);
  const caption = captions[current.node]?.text ?? "";
  return (
    <div className="min-w-0">
      <h3 id="step" className="font-semibold tabular-nums">{t("encoder.search.steps.heading", { step, count: steps.length })}</h3>
      <StepLinks state={state} step={step} count={steps.length} />
      <div className="mt-4 min-h-32 leading-relaxed">
        <p>{t("encoder.search.steps.text", { layer: current.layer, caption })}</p>
        <p className="mt-1 text-muted">{t("encoder.search.steps.computed", { computed: current.computed.length, kept: current.kept.length })}</p>
      </div>
      <h4 className="mt-4 text-sm text-muted">{t("encoder.search.steps.kept")}</h4>
      <ol className="mt-1 text-sm">
        {found.slice(0, TOLD).map(({ node, score }) => (
          <li key={node} className="flex gap-3 border-b border-rule py-1.5"><span className="shrink-0 text-muted tabular-nums">{formatScore(score)}</span><span lang={captions[node]?.language} className="min-w-0 wrap-anywhere">{captions[node]?.text}</span></li>
        ))}
      </ol>
      <ul aria-label={t("encoder.search.steps.legend")} className="mt-4 flex flex-wrap gap-x-4 gap-y-1 text-xs text-muted">
        {legend.map(([name, look]) => <li key={name} className="flex items-center gap-1.5"><span aria-hidden="true" className={`inline-block size-3 rounded-full ${look}`} />{t(`encoder.search.steps.${name}`)}</li>)}
        <li className="flex items-center gap-1.5"><span aria-hidden="true" className="text-sm leading-3 text-good">★</span>{t("encoder.search.steps.query")}</li>
      </ul>
      <p className="mt-3 text-xs leading-relaxed text-muted">{t("encoder.search.steps.plane", { share })}</p>
    </div>
  );
}

/** Back and on, by link, key or by itself. */
async function StepLinks({ state, step, count }: { state: SearchPathState & { q: string }; step: number; count: number }) {
  const t = await getTranslator();
  const href = (to: number) => searchPathHref(state, { step: Math.min(count, Math.max(1, to)) });
  const ways = [["first", 1, "«"], ["previous", step - 1, "←"], ["next", step + 1, "→"], ["last", count, "»"]] as const;
  return (
    <div className="mt-3">
      <nav aria-label={t("encoder.search.steps.heading", { step, count })} className="flex flex-wrap gap-2 text-sm">
        {ways.map(([way, to, sign]) => {
          const reached = way === "first" || way === "previous" ? step === 1 : step === count;
          const shape = "inline-flex h-9 items-center gap-1.5 rounded-md border px-3";
          const label = t(`encoder.search.steps.${way}`);
          const short = way === "first" || way === "last";
          const content = <><span aria-hidden="true">{sign}</span><span className={short ? "sr-only" : undefined}>{label}</span></>;
          return reached
            ? <span key={way} aria-hidden="true" className={`${shape} border-rule text-muted opacity-60`}>{content}</span>
            : <Link key={way} href={href(to)} prefetch={false} scroll={false} replace title={label} className={`${shape} border-edge hover:border-accent hover:text-accent`}>{content}</Link>;
        })}
        <StepPlayer previous={step > 1 ? href(step - 1) : null} next={step < count ? href(step + 1) : null} labels={{ play: t("encoder.search.steps.play"), pause: t("encoder.search.steps.pause") }} />
      </nav>
      <p className="mt-2 hidden text-xs text-muted md:block">{t("encoder.search.steps.keys")}</p>
    </div>
  );
}
