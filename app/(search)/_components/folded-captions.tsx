import Link from "next/link";
import { Icon } from "@/app/_components/icon";
import { imageHref } from "@/app/_components/image-address";
import { getTranslator } from "@/app/_i18n/translator";
import type { SearchHit } from "@/lib/features/search/search-types";

/** Captions that say the same as a hit, folded under it. */
export async function FoldedCaptions({ folded: { count, captions } }: Pick<SearchHit, "folded">) {
  if (count === 0) return null;
  const t = await getTranslator();
  return (
    <details className="group/folded mt-1.5 text-sm">
      <summary className="inline-flex list-none items-center gap-1 py-0.5 text-muted hover:text-ink">
        <Icon name="down" className="size-3.5 transition-transform group-open/folded:rotate-180" />
        {t("results.folded", { count })}
      </summary>
      <ul className="mt-1 space-y-1.5 border-l-2 border-rule pl-3">
        {captions.map(({ id, language, text, image }) => (
          <li key={id}><Link href={imageHref(image)} prefetch={false} lang={language} className="caption-text hover:text-accent">{text}</Link></li>
        ))}
        {captions.length < count && <li className="text-muted">{t("results.foldedMore", { count: count - captions.length })}</li>}
      </ul>
    </details>
  );
}
