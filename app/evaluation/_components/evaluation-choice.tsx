import { NavigatingSelect } from "@/app/_components/navigating-select";
import { getLocale, getTranslator } from "@/app/_i18n/translator";
import type { EvaluationView } from "@/lib/features/evaluation/evaluation-types";
import { evaluationHref, type EvaluationState } from "../_lib/evaluation-state";
import { evaluationNamer } from "../_lib/evaluation-name";

interface Props {
  all: EvaluationView[];
  shown: EvaluationView;
  compared: EvaluationView | null;
  state: EvaluationState;
}

/** Which evaluation is shown, which it is compared with, and what was measured in it. */
export async function EvaluationChoice({ all, shown, compared, state }: Props) {
  const [t, locale, nameOf] = [await getTranslator(), await getLocale(), await evaluationNamer()];
  const number = new Intl.NumberFormat(locale);
  const { model, generation, seed, seconds } = shown.report;
  const hrefOf = (changes: Partial<EvaluationState>) => evaluationHref(state, { page: 1, direction: null, pair: null, ...changes });
  const others = all.filter(({ id }) => id !== shown.id);
  return (
    <section aria-labelledby="which" className="mt-8">
      <h2 id="which" className="sr-only">{t("evaluation.which")}</h2>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3 text-sm">
        {/* The choice is a label's own: the select names itself. */}
        <span className="flex flex-wrap items-center gap-2"><span aria-hidden="true" className="text-muted">{t("evaluation.shown")}</span>
          <NavigatingSelect label={t("evaluation.shown")} value={hrefOf({ id: shown.id, with: compared?.id ?? null })} options={all.map((one) => ({ href: hrefOf({ id: one.id, with: compared && compared.id !== one.id ? compared.id : null }), label: nameOf(one) }))} />
        </span>
        {others.length > 0 && (
          <span className="flex flex-wrap items-center gap-2"><span aria-hidden="true" className="text-muted">{t("evaluation.comparedWith")}</span>
            <NavigatingSelect label={t("evaluation.comparedWith")} value={hrefOf({ id: state.id, with: compared?.id ?? null })}
              options={[{ href: hrefOf({ id: state.id, with: null }), label: t("evaluation.nothing") }, ...others.map((one) => ({ href: hrefOf({ id: state.id, with: one.id }), label: nameOf(one) }))]} />
          </span>
        )}
      </div>
      <dl className="mt-4 flex flex-wrap gap-x-8 gap-y-2 text-sm tabular-nums">
        {[
          { name: t("evaluation.model"), value: t("evaluation.modelValue", { name: model.name, dimensions: model.dimensions }) },
          ...(generation ? [{ name: t("evaluation.index"), value: generation.id }, { name: t("evaluation.captions"), value: number.format(generation.captions) }] : []),
          { name: t("evaluation.seed"), value: String(seed) },
          { name: t("evaluation.took"), value: t("evaluation.seconds", { seconds: Math.max(1, Math.round(seconds)) }) },
        ].map(({ name, value }) => <div key={name} className="flex gap-2"><dt className="text-muted">{name}</dt><dd>{value}</dd></div>)}
      </dl>
      {compared && <p className="mt-3 max-w-3xl text-sm leading-relaxed text-muted">{t("evaluation.changes")}</p>}
    </section>
  );
}
