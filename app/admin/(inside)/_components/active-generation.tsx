import Link from "next/link";
import { getTranslator, type Translator } from "@/app/_i18n/translator";
import { Facts } from "@/app/admin/_components/facts";
import { Bytes } from "@/app/admin/_components/quantities";
import { Section } from "@/app/admin/_components/section";
import { RelativeTime } from "@/app/admin/_components/time";
import type { Overview } from "@/lib/features/admin-state/admin-types";
import type { GenerationView } from "@/lib/features/reindexing/reindex-types";
import { PendingAct } from "./pending-act";
import { ServingNow } from "./serving-now";

const link = "underline decoration-edge underline-offset-4 hover:text-accent";

/** The index that answers searches. */
export async function ActiveGeneration({ overview }: { overview: Overview }) {
  const t = await getTranslator();
  const { active, pending } = overview;
  return (
    <Section framed heading={t("admin.jobs.overview.index")} aside={active && <Link href={`/admin/generations/${active.id}`} prefetch={false} className={link}>{t("admin.jobs.overview.details")}</Link>}>
      {active ? <Generation active={active} overview={overview} t={t} /> : (
        <p className="text-sm leading-relaxed text-muted">{t("admin.jobs.overview.noIndex")}. {t("admin.jobs.overview.noIndexBody")} <Link href="/admin/sources" prefetch={false} className={link}>{t("admin.jobs.overview.addCaptions")}</Link></p>
      )}
      {pending > 0 && <p className="mt-4 rounded-md bg-warn-soft px-3 py-2 text-sm tabular-nums">{t("admin.jobs.overview.pending", { count: pending })} <PendingAct><Link href="/admin/reindex" prefetch={false} className={link}>{t("admin.jobs.overview.pendingAct")}</Link></PendingAct></p>}
    </Section>
  );
}

function gateOf({ gate, forced }: GenerationView, t: Translator): string {
  if (!gate) return t("admin.jobs.overview.gateNone");
  return gate.passed && !forced ? t("admin.jobs.overview.gatePassed") : t("admin.jobs.overview.gateFailed");
}

function Generation({ active, overview: { serving, model }, t }: { active: GenerationView; overview: Overview; t: Translator }) {
  const { m, efConstruction, ef } = active.hnsw;
  return (
    <>
      <p className="font-mono text-sm wrap-anywhere">{active.id}</p>
      <p className="mt-1 mb-4 text-2xl font-medium tracking-tight tabular-nums">{t("admin.jobs.overview.captionCount", { count: active.count })}</p>
      <Facts facts={[
        { name: t("admin.jobs.overview.model"), value: <>{active.model.id}<span className="block text-xs text-muted">{t("admin.jobs.overview.dimensions", { count: active.model.dimensions })}</span></> },
        { name: t("admin.jobs.overview.graph"), value: `M ${m} · efConstruction ${efConstruction} · ef ${ef}` },
        { name: t("admin.jobs.overview.size"), value: <Bytes bytes={active.bytes} /> },
        { name: t("admin.jobs.overview.gate"), value: gateOf(active, t) },
        { name: t("admin.jobs.overview.built"), value: <RelativeTime at={active.createdAt} /> },
        { name: t("admin.jobs.overview.activated"), value: active.activatedAt && <RelativeTime at={active.activatedAt} /> },
        { name: t("admin.jobs.overview.serving"), value: <ServingNow active={active.id} serving={serving} /> },
        { name: t("admin.jobs.overview.queries"), value: model?.device },
      ]} />
    </>
  );
}
