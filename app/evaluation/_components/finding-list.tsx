import type { ReactNode } from "react";
import { getTranslator } from "@/app/_i18n/translator";
import type { FindingPage } from "@/lib/features/evaluation/findings/finding-views";
import { AlikeFinding } from "./alike-finding";
import { FailureFinding } from "./failure-finding";
import { GapFinding } from "./gap-finding";
import { OddFinding } from "./odd-finding";

function itemsOf(page: FindingPage): ReactNode[] {
  switch (page.kind) {
    case "failure":
      return page.findings.map((finding, i) => <FailureFinding key={i} finding={finding} />);
    case "gap":
      return page.findings.map((finding, i) => <GapFinding key={i} finding={finding} />);
    case "caption":
      return page.findings.map((finding, i) => <OddFinding key={i} finding={finding} />);
    case "alike":
      return page.findings.map((finding, i) => <AlikeFinding key={i} finding={finding} />);
  }
}

/** @param first number of the first one, from 1 */
export async function FindingList({ page, first }: { page: FindingPage; first: number }) {
  const t = await getTranslator();
  const items = itemsOf(page);
  if (items.length === 0) return <p className="mt-6 text-muted">{t("evaluation.findings.none")}</p>;
  return <ol start={first} className="mt-6 max-w-4xl divide-y divide-rule border-y border-rule">{items.map((item, i) => <li key={i} className="py-5">{item}</li>)}</ol>;
}
