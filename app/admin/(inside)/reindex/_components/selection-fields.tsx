"use client";

import { useLocale, useTranslations } from "use-intl";
import { languageName } from "@/app/_components/language-mark";
import { CheckOption } from "@/app/admin/_components/check-option";
import { Section } from "@/app/admin/_components/section";
import type { Counted, PartProps } from "./reindex-form";

/** Which captions the generation takes. */
export function SelectionFields({ values, faultOf, change, languages, collections }: PartProps & { languages: Counted[]; collections: Counted[] }) {
  const t = useTranslations("admin.index.reindex");
  const locale = useLocale();
  return (
    <Section heading={t("selectionGroup")}>
      <div className="grid gap-x-6 gap-y-6 sm:grid-cols-2">
        <Choice legend={t("languages")} allHint={t("allLanguagesHint")} options={languages} chosen={values.languages} fault={faultOf("languages")} onChange={(chosen) => change({ languages: chosen })} nameOf={(language) => languageName(language, locale)} />
        <Choice legend={t("collections")} allHint={t("allCollectionsHint")} options={collections} chosen={values.collections} fault={faultOf("collections")} onChange={(chosen) => change({ collections: chosen })} nameOf={(name) => name} />
      </div>
    </Section>
  );
}

interface ChoiceProps {
  legend: string;
  allHint: string;
  options: Counted[];
  /** Null: all. */
  chosen: string[] | null;
  fault: string | null;
  onChange: (chosen: string[] | null) => void;
  nameOf: (name: string) => string;
}

function Choice({ legend, allHint, options, chosen, fault, onChange, nameOf }: ChoiceProps) {
  const t = useTranslations("admin.index.reindex");
  const locale = useLocale();
  const names = options.map(({ name }) => name);
  // A selection may name what no caption has any more.
  const shown = [...options, ...(chosen ?? []).filter((name) => !names.includes(name)).map((name) => ({ name, captions: 0 }))];
  const toggle = (name: string, on: boolean) => onChange(on ? [...(chosen ?? []), name] : (chosen ?? names).filter((other) => other !== name));
  return (
    <fieldset className="min-w-0">
      <legend className="mb-2 text-sm font-medium">{legend}</legend>
      <div className="space-y-2">
        <CheckOption label={t("all")} checked={chosen === null} onChange={(all) => onChange(all ? null : names)} />
        <div className="ml-6.5 space-y-2">
          {shown.map(({ name, captions }) => (
            <CheckOption key={name} checked={chosen === null || chosen.includes(name)} disabled={chosen === null} onChange={(on) => toggle(name, on)}
              label={<>{nameOf(name)} <span className="text-muted tabular-nums">{captions.toLocaleString(locale)}</span></>} />
          ))}
        </div>
      </div>
      <p className={fault ? "mt-2 text-xs font-medium text-bad" : "mt-2 text-xs leading-relaxed text-muted"}>{fault ?? (chosen === null ? allHint : t("chooseHint"))}</p>
    </fieldset>
  );
}
