"use client";

import { useState, type SubmitEvent } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/app/admin/_components/button";
import { Field, inputLook } from "@/app/admin/_components/field";
import { InlineError } from "@/app/admin/_components/inline-error";
import { SelectInput } from "@/app/admin/_components/select-input";
import { useAct } from "@/app/admin/_components/use-act";
import { useSubmitJob } from "@/app/admin/_jobs/submit-job";
import { LAYOUT_DISTANCES, LAYOUT_METHODS, LAYOUT_UNITS } from "@/lib/features/caption-map/map-types";
import { boundsOf, emptyLayout, findBadNumbers, type LayoutValues, NUMBERS, toLayoutRequest } from "./layout-values";

const MODES = ["full", "extend", "auto"] as const;

/** Starts a layout. @param captions of the generation in use */
export function LayoutForm({ captions, languages }: { captions: number; languages: string[] }) {
  const t = useTranslations("admin.layouts");
  const { submit, leading } = useSubmitJob();
  const { pending, error, run } = useAct();
  const [values, setValues] = useState(emptyLayout);
  const bad = findBadNumbers(values, captions);
  const starting = pending || leading;
  const change = (part: Partial<LayoutValues>) => setValues((before) => ({ ...before, ...part }));
  const start = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (bad.length === 0 && !starting) void run(() => submit("layout", toLayoutRequest(values)));
  };
  return (
    <form onSubmit={start} noValidate>
      <div className="grid gap-x-6 gap-y-5 sm:grid-cols-2 lg:grid-cols-3">
        <Choice label={t("method")} hint={t(`methodHint.${values.method}`)} value={values.method} options={LAYOUT_METHODS} nameOf={(method) => t(`methods.${method}`)} onChange={(method) => change({ method })} />
        <Choice label={t("unit")} value={values.unit} options={LAYOUT_UNITS} nameOf={(unit) => t(`units.${unit}`)} onChange={(unit) => change({ unit })} />
        <Choice label={t("language")} value={values.language} options={["", ...languages]} nameOf={(language) => (language === "" ? t("allLanguages") : language)} onChange={(language) => change({ language })} />
        <Choice label={t("mode")} value={values.mode} options={MODES} nameOf={(mode) => t(`modes.${mode}`)} onChange={(mode) => change({ mode })} />
        {values.method === "tsne" && (
          <>
            <Choice label={t("distance")} value={values.distance} options={LAYOUT_DISTANCES} nameOf={(distance) => t(`distances.${distance}`)} onChange={(distance) => change({ distance })} />
            {NUMBERS.map((name) => (
              <Field key={name} label={t(name)} hint={t(`${name}Hint`)} fault={bad.includes(name) ? t("outOfBounds", { least: boundsOf(captions)[name][0], most: boundsOf(captions)[name][1] }) : null}>
                {(props) => <input {...props} type="text" inputMode="numeric" autoComplete="off" value={values[name]} onChange={(event) => change({ [name]: event.target.value })} className={inputLook} />}
              </Field>
            ))}
          </>
        )}
      </div>
      <div className="mt-6 flex flex-wrap items-center gap-4">
        <Button type="submit" look="primary" pending={starting} disabled={bad.length > 0}>{t("start")}</Button>
        <InlineError message={error} />
      </div>
    </form>
  );
}

interface ChoiceProps<T extends string> {
  label: string;
  hint?: string;
  value: T;
  options: readonly T[];
  nameOf: (option: T) => string;
  onChange: (option: T) => void;
}

function Choice<T extends string>({ label, hint, value, options, nameOf, onChange }: ChoiceProps<T>) {
  return (
    <Field label={label} hint={hint}>
      {(props) => (
        <SelectInput {...props} value={value} onChange={(event) => onChange(event.target.value as T)}>
          {options.map((option) => <option key={option} value={option}>{nameOf(option)}</option>)}
        </SelectInput>
      )}
    </Field>
  );
}
