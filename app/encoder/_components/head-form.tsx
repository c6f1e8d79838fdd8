import { getTranslator } from "@/app/_i18n/translator";
import type { EncoderState } from "../_lib/encoder-state";
import { SentenceForm } from "./sentence-form";

interface Props {
  state: EncoderState & { text: string };
  layers: number;
  heads: number;
  layer: number;
  head: number;
}

const numbers = (count: number) => Array.from({ length: count }, (_, i) => i + 1);

/** The choice of a head by number, which works without JavaScript and by any keyboard. */
export async function HeadForm({ state, layers, heads, layer, head }: Props) {
  const t = await getTranslator();
  const select = "ml-1.5 rounded-md border border-rule bg-card px-2 py-1 text-ink";
  return (
    <SentenceForm key={`${layer} ${head}`} className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2 text-sm text-muted">
      <input type="hidden" name="text" value={state.text} />
      {state.to !== null && <input type="hidden" name="to" value={state.to} />}
      {state.piece !== null && <input type="hidden" name="piece" value={state.piece} />}
      <label>{t("encoder.attention.layer")}<select name="layer" defaultValue={layer} className={select}>{numbers(layers).map((number) => <option key={number}>{number}</option>)}</select></label>
      <label>{t("encoder.attention.head")}<select name="head" defaultValue={head} className={select}>{numbers(heads).map((number) => <option key={number}>{number}</option>)}</select></label>
      <button type="submit" className="rounded-md border border-edge px-3 py-1 text-ink hover:border-accent hover:text-accent">{t("encoder.attention.show")}</button>
    </SentenceForm>
  );
}
