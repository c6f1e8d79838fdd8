import Link from "next/link";
import { getTranslator } from "@/app/_i18n/translator";
import { MOST_CHARACTERS } from "@/lib/features/encoder/encoder-request";
import { encoderHref, type EncoderState, FIRST_HEAD, FIRST_LAYER } from "../_lib/encoder-state";
import { presets } from "../_lib/presets";
import { SentenceForm } from "./sentence-form";

const field = "h-11 w-full rounded-md border border-edge bg-card px-3.5 outline-none focus-visible:border-accent focus-visible:ring-2 focus-visible:ring-accent/30";

/** The sentences, and some to begin with. A new sentence keeps the head that is shown. */
export async function EncoderForm({ state }: { state: EncoderState & { text: string } }) {
  const t = await getTranslator();
  const { layer, head } = state;
  return (
    <>
      <SentenceForm key={`${state.text}\n${state.to ?? ""}`} className="mt-6 grid gap-x-4 gap-y-3 lg:grid-cols-[1fr_1fr_auto] lg:items-end">
        <label className="block text-sm"><span className="mb-1 block text-muted">{t("encoder.form.text")}</span><input name="text" defaultValue={state.text} required maxLength={MOST_CHARACTERS} autoComplete="off" className={`${field} text-base`} /></label>
        <label className="block text-sm"><span className="mb-1 block text-muted">{t("encoder.form.to")} <span className="text-xs">({t("encoder.form.toHint")})</span></span><input name="to" defaultValue={state.to ?? ""} maxLength={MOST_CHARACTERS} autoComplete="off" className={`${field} text-base`} /></label>
        {layer !== FIRST_LAYER && <input type="hidden" name="layer" value={layer} />}
        {head !== FIRST_HEAD && <input type="hidden" name="head" value={head} />}
        <button type="submit" className="h-11 rounded-md bg-ink px-5 font-medium whitespace-nowrap text-paper hover:bg-accent hover:text-on-accent">{t("encoder.form.submit")}</button>
      </SentenceForm>
      <div className="mt-4 flex flex-wrap items-baseline gap-x-5 gap-y-2 text-sm">
        <h2 className="text-muted">{t("encoder.form.presets")}</h2>
        <ul className="contents">
          {presets.map(({ label, text, to }) => (
            <li key={label}><Link href={encoderHref({ text, to })} prefetch={false} scroll={false} className="underline decoration-edge underline-offset-[5px] hover:text-accent hover:decoration-accent">{t(`encoder.preset.${label}`)}</Link></li>
          ))}
        </ul>
      </div>
    </>
  );
}
