"use client";

import { useState, type SubmitEvent } from "react";
import { useTranslations } from "use-intl";
import { useAct } from "@/app/admin/_components/use-act";
import { useSubmitJob } from "@/app/admin/_jobs/submit-job";
import type { KnownModel } from "@/lib/features/models/list-models";
import type { GenerationView } from "@/lib/features/reindexing/reindex-types";
import { ChangeOverFields } from "./change-over-fields";
import { ForecastPanel } from "./forecast-panel";
import { emptyForm, findFaults, toRequest, type FormValues } from "./form-values";
import { GraphFields } from "./graph-fields";
import { ModelFields } from "./model-fields";
import { SelectionFields } from "./selection-fields";
import { useForecast } from "./use-forecast";

export interface Counted {
  name: string;
  captions: number;
}

interface Props {
  models: KnownModel[];
  active: GenerationView | null;
  languages: Counted[];
  collections: Counted[];
}

/** What the parts of the form are given. */
export interface PartProps {
  values: FormValues;
  /** Why a field cannot be used, in the reader's language or, from the server, in English. */
  faultOf: (name: keyof FormValues) => string | null;
  change: (part: Partial<FormValues>) => void;
}

const EVERYTHING = { languages: null, collections: null };

/** A new re-index, with what it will take beside it. */
export function ReindexForm({ models, active, languages, collections }: Props) {
  const t = useTranslations("admin.index.reindex");
  const { submit, leading } = useSubmitJob();
  const selection = active?.selection ?? EVERYTHING;
  const [values, setValues] = useState(() => emptyForm(active !== null, models.find(({ bundled }) => bundled), selection));
  const faults = findFaults(values);
  const request = Object.keys(faults).length > 0 ? null : toRequest(values, models, selection);
  const forecasting = useForecast(request);
  const { pending, error, run } = useAct();
  // Until the job's page is there, or a second click would make a second job.
  const starting = pending || leading;

  const parts: PartProps = {
    values,
    faultOf: (name) => {
      const fault = faults[name];
      if (fault) return t(fault.fault, fault.fault === "outOfBounds" ? { least: fault.least, most: fault.most } : {});
      const { failure } = forecasting;
      return failure?.field?.split(".").at(-1) === name ? failure.message : null;
    },
    change: (part) => setValues((before) => ({ ...before, ...part })),
  };
  const start = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (request && !starting) void run(() => submit("reindex", request));
  };
  return (
    <form onSubmit={start} noValidate className="grid items-start gap-x-10 gap-y-8 xl:grid-cols-[minmax(0,1fr)_20rem]">
      <div className="min-w-0 space-y-8">
        <ModelFields {...parts} lengths={forecasting.failure ? null : (forecasting.forecast?.model.dimensionChoices ?? null)} models={models} active={active} replace={setValues} />
        <GraphFields {...parts} active={active} />
        <SelectionFields {...parts} languages={languages} collections={collections} />
        <ChangeOverFields {...parts} />
      </div>
      <ForecastPanel {...forecasting} usable={request !== null} starting={starting} error={error} />
    </form>
  );
}
