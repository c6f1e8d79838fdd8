import { getTranslator } from "@/app/_i18n/translator";
import { MOST_CHARACTERS } from "@/lib/features/encoder/encoder-request";
import { SEARCH_PATH_LIMITS } from "@/lib/features/search-path/search-path-request";
import { SentenceForm } from "../../_components/sentence-form";
import type { SearchPathState } from "../_lib/search-path-state";

const field = "h-11 w-full rounded-md border border-edge bg-card px-3 text-base outline-none focus-visible:border-accent focus-visible:ring-2 focus-visible:ring-accent/30";
const NUMBERS = ["sample", "m", "ef"] as const;

/** What is searched for, and what one may play with. A search begins at its first step. */
export async function SearchPathForm({ state }: { state: SearchPathState & { q: string } }) {
  const t = await getTranslator();
  return (
    <SentenceForm action="/encoder/search" key={JSON.stringify({ ...state, step: 1 })} className="mt-6 grid grid-cols-3 gap-x-4 gap-y-3 lg:grid-cols-[1fr_7rem_8rem_9rem_auto] lg:items-end">
      <label className="col-span-3 block text-sm lg:col-span-1"><span className="mb-1 block text-muted">{t("encoder.search.form.query")}</span><input name="q" defaultValue={state.q} required maxLength={MOST_CHARACTERS} autoComplete="off" className={field} /></label>
      {NUMBERS.map((name) => (
        <label key={name} className="block text-sm"><span className="mb-1 block text-muted">{t(`encoder.search.form.${name}`)}</span><input name={name} type="number" required defaultValue={state[name]} {...SEARCH_PATH_LIMITS[name]} className={`${field} tabular-nums`} /></label>
      ))}
      <button type="submit" className="col-span-3 h-11 rounded-md bg-ink px-5 font-medium text-paper hover:bg-accent hover:text-on-accent lg:col-span-1">{t("encoder.search.form.submit")}</button>
    </SentenceForm>
  );
}
