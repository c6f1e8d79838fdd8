import { getLocale, getTranslator } from "@/app/_i18n/translator";
import type { EncoderAnswer } from "@/lib/features/encoder/encoder-types";
import { encoderHref, type EncoderState, pictureAddress } from "../_lib/encoder-state";
import { AttentionLines } from "./attention-lines";
import { HeadForm } from "./head-form";
import { HeadGrid } from "./head-grid";
import { MostLookedAt } from "./most-looked-at";
import { TeachingSection } from "@/app/_components/teaching-section";

const HABITS = ["itself", "previous", "next", "first", "last", "others"] as const;

/** All heads small, and one large. */
export async function AttentionSection({ answer: { model, text, attention }, state }: { answer: EncoderAnswer; state: EncoderState & { text: string } }) {
  const t = await getTranslator();
  if (!attention || attention.head === null) return null;
  const { layer, head } = attention;
  const { layers, heads } = model;
  const pieces = text.pieces.map((piece) => piece.text);
  const chosen = state.piece !== null && state.piece < pieces.length ? state.piece : null;
  return (
    <TeachingSection id="attention" heading={t("encoder.attention.heading")} explanation={[t("encoder.attention.explain1"), t("encoder.attention.explain2", { heads })]}>
      <div className="grid gap-x-12 gap-y-8 lg:grid-cols-2">
        <div className="min-w-0">
          <p id="heads" className="mb-3 text-sm text-muted">{t("encoder.attention.gridHelp")}</p>
          <HeadGrid layers={layers} heads={heads} layer={layer} head={head} picture={pictureAddress(state, "attention")} base={encoderHref({ text: state.text, to: state.to, piece: state.piece })}
            labels={{ grid: t("encoder.attention.grid"), picture: t("encoder.attention.picture", { layers, heads }), layer: t("encoder.attention.layer"), head: t("encoder.attention.head") }} />
          <HeadForm state={state} layers={layers} heads={heads} layer={layer} head={head} />
        </div>
        <div className="min-w-0">
          <h3 id="head" className="scroll-mt-24 font-semibold">{t("encoder.attention.chosen", { layer, head })}</h3>
          <Habits habits={attention.habits} />
          <AttentionLines pieces={pieces} weights={attention.weights} chosen={chosen}
            links={pieces.map((_, i) => encoderHref(state, { piece: i === chosen ? null : i }, "head"))}
            labels={{ from: t("encoder.attention.from"), at: t("encoder.attention.at"), follow: pieces.map((piece, i) => t(i === chosen ? "encoder.attention.all" : "encoder.attention.follow", { piece })) }} />
          <MostLookedAt pieces={pieces} weights={attention.weights} />
        </div>
      </div>
    </TeachingSection>
  );
}

async function Habits({ habits }: { habits: NonNullable<EncoderAnswer["attention"]>["habits"] }) {
  const [t, locale] = await Promise.all([getTranslator(), getLocale()]);
  const percent = new Intl.NumberFormat(locale, { style: "percent" });
  return (
    <dl aria-label={t("encoder.attention.habits")} className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-sm">
      {HABITS.filter((habit) => habits[habit] >= 0.005).sort((a, b) => habits[b] - habits[a]).map((habit) => (
        <div key={habit} className="flex gap-1.5"><dt className="text-muted">{t(`encoder.attention.habit.${habit}`)}</dt><dd className="tabular-nums">{percent.format(habits[habit])}</dd></div>
      ))}
    </dl>
  );
}
