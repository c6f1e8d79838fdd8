import Link from "next/link";
import { imageHref } from "@/app/_components/image-address";
import { getTranslator } from "@/app/_i18n/translator";
import { presetImages } from "@/lib/features/comparison/preset-images";
import { compareHref, type CompareState, emptyComparison } from "../_lib/compare-state";
import { imageOfName, nameOfImage } from "../_lib/image-name";

/** Where sentences are typed or pasted, and where they may come from instead. A plain form: its answer is an address that holds it all. */
export async function CompareForm({ state }: { state: CompareState }) {
  const [t, preset] = [await getTranslator(), await presetImages()];
  const { images, text, method, other, order } = state;
  return (
    <form method="post" action="/compare/open" className="mt-6 max-w-3xl">
      {images.length > 0 && (
        <ul aria-label={t("compare.images")} className="mb-3 flex flex-wrap gap-2 text-sm">
          {images.map((name) => (
            <li key={name} className="inline-flex items-center gap-2 rounded-md bg-accent-soft py-1 pr-2 pl-3">
              <Link href={imageHref(imageOfName(name))} prefetch={false} className="underline decoration-edge underline-offset-4 hover:text-accent">{t("compare.captionsOf", { name })}</Link>
              <Link href={compareHref(state, { images: images.filter((other) => other !== name) })} prefetch={false} aria-label={t("compare.dropImage", { name })} className="px-1 text-muted hover:text-ink">×</Link>
            </li>
          ))}
        </ul>
      )}
      {Object.entries({ images: images.join(","), method, other: other ?? "", order }).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
      <label htmlFor="sentences" className="text-sm font-medium">{t("compare.sentences")}</label>
      <textarea id="sentences" name="text" rows={7} defaultValue={text} key={text} spellCheck={false} aria-describedby="sentences-hint" className="mt-1.5 block w-full rounded-md border border-edge bg-card px-3.5 py-2.5 leading-relaxed" />
      <p id="sentences-hint" className="mt-1.5 text-sm text-muted">{t("compare.hint")}</p>
      <div className="mt-3 flex flex-wrap items-center gap-x-5 gap-y-2">
        <button type="submit" className="h-10 rounded-md bg-ink px-5 font-medium text-paper hover:bg-accent hover:text-on-accent">{t("compare.submit")}</button>
        {preset && <Link href={compareHref(emptyComparison, { images: preset.map(nameOfImage) })} prefetch={false} className="text-sm underline decoration-edge underline-offset-4 hover:text-accent">{t("compare.preset")}</Link>}
        <Link href={compareHref(emptyComparison, { text: t("compare.exampleText") })} prefetch={false} className="text-sm underline decoration-edge underline-offset-4 hover:text-accent">{t("compare.example")}</Link>
      </div>
    </form>
  );
}
