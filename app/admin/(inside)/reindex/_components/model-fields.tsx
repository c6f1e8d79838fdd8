"use client";

import { useTranslations } from "use-intl";
import { Field, inputLook } from "@/app/admin/_components/field";
import { Section } from "@/app/admin/_components/section";
import { SelectInput } from "@/app/admin/_components/select-input";
import { DEVICE_WISHES, type DeviceWish } from "@/lib/core/devices";
import type { KnownModel } from "@/lib/features/models/list-models";
import type { GenerationView } from "@/lib/features/reindexing/reindex-types";
import { AS_ACTIVE, chooseModel, keyOf, OTHER, type FormValues } from "./form-values";
import { ModelSettingsFields } from "./model-settings-fields";
import type { PartProps } from "./reindex-form";

interface Props extends PartProps {
  models: KnownModel[];
  active: GenerationView | null;
  /** Those that vectors of the chosen model may have; null where that is not known. */
  lengths: number[] | null;
  replace: (change: (before: FormValues) => FormValues) => void;
}

const deviceNames: Record<Exclude<DeviceWish, "auto">, string> = { cuda: "CUDA (NVIDIA)", dml: "DirectML (Windows)", webgpu: "WebGPU", coreml: "Core ML (Apple)", cpu: "CPU" };

/** What turns captions into vectors, and on what. */
export function ModelFields({ values, faultOf, change, models, active, lengths, replace }: Props) {
  const t = useTranslations("admin.index.reindex");
  const nameOf = ({ name, bundled, sha256 }: KnownModel) => {
    const twins = models.filter((model) => model.name === name).length > 1;
    const marked = twins && sha256 ? `${name} (${sha256.slice(0, 8)})` : name;
    return bundled ? t("bundled", { model: marked }) : marked;
  };
  return (
    <Section heading={t("modelGroup")}>
      <div className="grid gap-x-6 gap-y-5 sm:grid-cols-2">
        <div className="sm:col-span-2">
          <Field label={t("model")} hint={t("modelHint")} fault={values.model === OTHER ? null : faultOf("model")}>
            {(props) => (
              <SelectInput {...props} value={values.model} onChange={(event) => replace((before) => chooseModel(before, event.target.value, models))}>
                {active && <option value={AS_ACTIVE}>{t("asActive", { model: active.model.id })}</option>}
                {models.filter((model) => !model.active).map((model) => <option key={keyOf(model)} value={keyOf(model)}>{nameOf(model)}</option>)}
                <option value={OTHER}>{t("otherModel")}</option>
              </SelectInput>
            )}
          </Field>
        </div>
        {values.model === OTHER && (
          <div className="sm:col-span-2">
            <Field label={t("custom")} hint={t("customHint")} fault={faultOf("custom") ?? faultOf("model")}>
              {(props) => <input {...props} type="text" spellCheck={false} autoCapitalize="off" autoComplete="off" value={values.custom} onChange={(event) => change({ custom: event.target.value })} className={inputLook} />}
            </Field>
          </div>
        )}
        <Field label={t("dimensions")} hint={[t("dimensionsHint"), lengths && t("dimensionsPossible", { list: lengths.join(", ") })].filter(Boolean).join(" ")} now={values.model === AS_ACTIVE && active && t("now", { value: String(active.model.dimensions) })} fault={faultOf("dimensions")}>
          {(props) => <input {...props} type="text" inputMode="numeric" autoComplete="off" value={values.dimensions} placeholder={values.model === AS_ACTIVE ? String(active?.model.dimensions ?? "") : ""} onChange={(event) => change({ dimensions: event.target.value })} className={inputLook} />}
        </Field>
        <Field label={t("device")} hint={t("deviceHint")} now={active && t("now", { value: active.device })} fault={faultOf("device")}>
          {(props) => (
            <SelectInput {...props} value={values.device} onChange={(event) => change({ device: event.target.value as DeviceWish })}>
              {DEVICE_WISHES.map((device) => <option key={device} value={device}>{device === "auto" ? t("auto") : deviceNames[device]}</option>)}
            </SelectInput>
          )}
        </Field>
      </div>
      <ModelSettingsFields values={values} faultOf={faultOf} change={change} inUse={values.model === AS_ACTIVE ? models.find((model) => model.active)?.settings : undefined} />
    </Section>
  );
}
