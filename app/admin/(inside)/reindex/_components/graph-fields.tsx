"use client";

import { useTranslations } from "use-intl";
import { CheckOption } from "@/app/admin/_components/check-option";
import { Field, inputLook } from "@/app/admin/_components/field";
import { Section } from "@/app/admin/_components/section";
import type { GenerationView } from "@/lib/features/reindexing/reindex-types";
import type { PartProps } from "./reindex-form";

const parameters = ["m", "efConstruction", "ef"] as const;

/** How the graph is built and searched. */
export function GraphFields({ values, faultOf, change, active }: PartProps & { active: GenerationView | null }) {
  const t = useTranslations("admin.index.reindex");
  return (
    <Section heading={t("graphGroup")}>
      <div className="grid gap-x-6 gap-y-5 sm:grid-cols-3">
        {parameters.map((name) => (
          <Field key={name} label={t(name)} hint={t(`${name}Hint`)} now={active && t("now", { value: String(active.hnsw[name]) })} fault={faultOf(name)}>
            {(props) => <input {...props} type="text" inputMode="numeric" autoComplete="off" value={values[name]} placeholder={active ? String(active.hnsw[name]) : ""} onChange={(event) => change({ [name]: event.target.value })} className={inputLook} />}
          </Field>
        ))}
      </div>
      <div className="mt-5"><CheckOption label={t("full")} hint={t("fullHint")} checked={values.full} onChange={(full) => change({ full })} /></div>
    </Section>
  );
}
