"use client";

import { Fragment } from "react";
import { useTranslations } from "use-intl";
import { usePercent } from "@/app/admin/_components/use-percent";
import { Facts } from "@/app/admin/_components/facts";
import type { AdminMessages } from "@/app/_i18n/admin-messages";
import { flattenParameters } from "./flatten-parameters";

type Name = keyof AdminMessages["jobs"]["parameters"];

const words: Record<string, "yes" | "no" | "beside" | "pause"> = { true: "yes", false: "no", beside: "beside", pause: "pause" };

/** A path may break after each of its folders. */
function Breakable({ text }: { text: string }) {
  return text.split(/(?<=[/\\])/).map((part, place) => <Fragment key={place}>{place > 0 && <wbr />}{part}</Fragment>);
}

/** What a job was asked for, as names and values; what was not said is left out. */
export function JobParameters({ parameters }: { parameters: unknown }) {
  const t = useTranslations();
  const percent = usePercent();
  const facts = flattenParameters(parameters);
  if (facts.length === 0) return <p className="text-sm text-muted">{t("admin.jobs.job.noParameters")}</p>;
  const said = (name: string, value: string) => (name === "maxBadShare" ? percent(Number(value)) : words[value] ? t(`admin.jobs.parameters.${words[value]}`) : value);
  return (
    <Facts facts={facts.map(({ name, values }) => ({
      name: t.has(`admin.jobs.parameters.${name as Name}`) ? t(`admin.jobs.parameters.${name as Name}`) : name,
      value: <ul>{values.map((value) => <li key={value}><Breakable text={said(name, value)} /></li>)}</ul>,
    }))} />
  );
}
