"use client";

import Link from "next/link";
import { useLocale, useTranslations } from "use-intl";
import { Icon } from "@/app/_components/icon";
import { Badge } from "@/app/admin/_components/badge";
import { RelativeTime } from "@/app/admin/_components/time";
import { formatDuration } from "@/app/admin/_lib/format-quantity";
import type { GateReport, GenerationView } from "@/lib/features/reindexing/reindex-types";
import { GateFailures } from "../../_components/gate-failures";
import { isLost } from "../../_components/is-lost";
import { LostQueries } from "./lost-queries";
import { MeasureCard } from "./measure-card";

/** All that was measured before a generation could become active. */
export function GateSection({ generation: { gate, state } }: { generation: GenerationView }) {
  const t = useTranslations("admin.index.generations");
  if (!gate) return <p className="text-muted">{state === "candidate" ? t("notJudged") : t("noGate")}</p>;
  return (
    <>
      <Verdict gate={gate} />
      {gate.failures.length > 0 && <GateFailures gate={gate} />}
      <Measures gate={gate} />
      <LostQueries lost={[...(gate.pinned?.lost ?? []), ...(gate.siblings?.lost ?? [])]} compared={gate.comparedWith !== null} />
    </>
  );
}

function Verdict({ gate: { passed, checkedAt, seconds, comparedWith } }: { gate: GateReport }) {
  const t = useTranslations("admin.index.gate");
  const locale = useLocale();
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 text-sm text-muted">
      <Badge tone={passed ? "good" : "bad"} icon={passed ? "check" : "cross"}>{passed ? t("passed") : t("failed")}</Badge>
      <p>{t.rich("checked", { when: () => <RelativeTime at={checkedAt} />, seconds: formatDuration(seconds, locale) })}</p>
      <p>{comparedWith === null ? t("first") : <>{t("comparedWith")} <Link href={`/admin/generations/${comparedWith}`} prefetch={false} className="underline decoration-edge underline-offset-4 tabular-nums hover:text-accent">{comparedWith}</Link></>}</p>
    </div>
  );
}

function Measures({ gate: { recall, siblings, pinned, fileFault, counts, margin } }: { gate: GateReport }) {
  const t = useTranslations("admin.index.gate");
  const whole = fileFault === null && counts.found === counts.expected;
  return (
    <div className="mt-5 grid gap-3 md:grid-cols-3">
      <MeasureCard heading={t("recallFull")} body={recall ? t("recallBody", { count: recall.queries }) : t("recallNone")} measured={recall && { after: recall.value, before: null, needed: recall.target, missed: recall.value < recall.target }} />
      <MeasureCard heading={t("siblingsFull")} body={siblings ? t("siblingsBody", { count: siblings.queries }) : t("siblingsNone")} measured={siblings && { ...siblings, needed: siblings.before === null ? null : Math.max(0, siblings.before - margin), missed: isLost(siblings, margin) }} changes={siblings} />
      <MeasureCard heading={t("pinnedFull")} body={pinned ? t("pinnedBody", { count: pinned.queries }) : t.rich("pinnedNone", { pin: (words) => <Link href="/admin/golden" prefetch={false} className="underline decoration-edge underline-offset-4 hover:text-accent">{words}</Link> })} measured={pinned && { ...pinned, needed: pinned.before === null ? null : Math.max(0, pinned.before - margin), missed: isLost(pinned, margin) }} changes={pinned} />
      <p className="flex items-start gap-2 text-sm text-muted md:col-span-3">
        <Icon name={whole ? "check" : "cross"} className={`mt-0.5 size-4 shrink-0 ${whole ? "text-good" : "text-bad"}`} />
        <span>{fileFault === null ? t("filesOk") : <span lang="en" className="text-bad">{fileFault}</span>} {t("counts", counts)}</span>
      </p>
    </div>
  );
}
