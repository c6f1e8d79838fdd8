"use client";

import { useTranslations } from "use-intl";
import { Icon } from "@/app/_components/icon";
import { Field, inputLook } from "@/app/admin/_components/field";
import { SelectInput } from "@/app/admin/_components/select-input";
import type { KnownModel } from "@/lib/features/models/list-models";
import type { FormValues } from "./form-values";
import type { PartProps } from "./reindex-form";

/** What is said of a model in place of its own files. Most models need none of it: it begins folded. @param inUse as the active generation has it */
export function ModelSettingsFields({ values, faultOf, change, inUse }: PartProps & { inUse: KnownModel["settings"] | undefined }) {
  const t = useTranslations("admin.index.reindex");
  const now = (value: string | number | undefined) => (value === undefined || value === "" ? undefined : t("now", { value: typeof value === "string" ? `“${value}”` : String(value) }));
  return (
    <details className="group mt-5">
      <summary className="flex min-h-8 w-fit list-none items-center gap-1.5 text-sm text-muted hover:text-ink"><Icon name="down" className="size-3.5 transition-transform group-open:rotate-180" />{t("modelSettings")}</summary>
      <p className="mt-1 text-xs text-muted">{t("modelSettingsHint")}</p>
      <div className="mt-3 grid gap-x-6 gap-y-5 sm:grid-cols-2">
        <Field label={t("queryPrefix")} hint={t("queryPrefixHint")} now={now(inUse?.queryPrefix)} fault={faultOf("queryPrefix")}>
          {(props) => <input {...props} type="text" spellCheck={false} value={values.queryPrefix} onChange={(event) => change({ queryPrefix: event.target.value })} className={inputLook} />}
        </Field>
        <Field label={t("documentPrefix")} hint={t("documentPrefixHint")} now={now(inUse?.documentPrefix)} fault={faultOf("documentPrefix")}>
          {(props) => <input {...props} type="text" spellCheck={false} value={values.documentPrefix} onChange={(event) => change({ documentPrefix: event.target.value })} className={inputLook} />}
        </Field>
        <Field label={t("maxTokens")} hint={t("maxTokensHint")} now={now(inUse?.maxTokens)} fault={faultOf("maxTokens")}>
          {(props) => <input {...props} type="text" inputMode="numeric" autoComplete="off" value={values.maxTokens} onChange={(event) => change({ maxTokens: event.target.value })} className={inputLook} />}
        </Field>
        <Field label={t("pooling")} hint={t("poolingHint")} now={inUse?.pooling && t("now", { value: t(`poolings.${inUse.pooling}`) })} fault={faultOf("pooling")}>
          {(props) => (
            <SelectInput {...props} value={values.pooling} onChange={(event) => change({ pooling: event.target.value as FormValues["pooling"] })}>
              <option value="">{t("poolings.auto")}</option>
              <option value="mean">{t("poolings.mean")}</option>
              <option value="cls">{t("poolings.cls")}</option>
            </SelectInput>
          )}
        </Field>
      </div>
    </details>
  );
}
