import { AutoRefresh } from "@/app/_components/auto-refresh";
import { getTranslator, type Translator } from "@/app/_i18n/translator";
import { readHealth } from "@/lib/features/status/read-health";
import type { Health } from "@/lib/features/status/status-types";

const stages = ["check", "read", "store", "embed", "index", "activate"] as const;

/** Before there is an index: how far it is, or how to begin. Looks again by itself. @param as its place among the headings */
export async function BuildingNotice({ as: Heading }: { as: "h1" | "h2" }) {
  const [t, { job }] = await Promise.all([getTranslator(), readHealth()]);
  return (
    <section className="max-w-xl py-4" aria-busy={job !== null}>
      <AutoRefresh seconds={2} />
      <Heading className="text-xl font-semibold">{job ? t("building.heading") : t("building.emptyHeading")}</Heading>
      <p className="mt-3 leading-relaxed text-muted">{job ? t("building.body") : t("building.emptyBody")}</p>
      {job ? <Progress job={job} t={t} /> : <pre className="mt-5 rounded-sm border border-rule bg-sunk px-4 py-3 text-sm whitespace-pre-wrap"><code>npm run ingest -- captions.json</code></pre>}
    </section>
  );
}

function Progress({ job: { stage, done, total }, t }: { job: NonNullable<Health["job"]>; t: Translator }) {
  const known = stages.find((name) => name === stage) ?? "other";
  return (
    <div className="mt-6">
      <p className="flex flex-wrap justify-between gap-x-6 text-sm">
        <span>{t(`building.stages.${known}`)}</span>
        <span className="text-muted tabular-nums">{total === null ? t("building.countsOpen", { done }) : t("building.counts", { done, total })}</span>
      </p>
      <progress aria-label={t("building.progress")} value={total === null ? undefined : done} max={total ?? undefined} className="mt-2 block h-1.5 w-full appearance-none overflow-hidden rounded-full bg-rule [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-rule [&::-webkit-progress-value]:bg-accent" />
    </div>
  );
}
