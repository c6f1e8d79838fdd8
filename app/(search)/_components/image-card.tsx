import Link from "next/link";
import { CaptionPicture } from "@/app/_components/caption-picture";
import { Icon } from "@/app/_components/icon";
import { imageHref } from "@/app/_components/image-address";
import { LinkPending } from "@/app/_components/link-pending";
import { MarkedText } from "@/app/_components/marked-text";
import { getTranslator } from "@/app/_i18n/translator";
import type { SearchState } from "@/app/_search/search-state";
import type { SearchHit } from "@/lib/features/search/search-types";
import { CaptionFacts } from "./caption-facts";

/** An image with its best caption; the other captions are folded. The whole picture leads to the image's page. */
export async function ImageCard({ hit, state, byWords }: { hit: SearchHit; state: SearchState; byWords: boolean }) {
  const t = await getTranslator();
  const [best, ...others] = hit.captions;
  if (!best) return null;
  return (
    <li data-result="" className="group relative flex min-w-0 flex-col">
      <CaptionPicture image={hit.image} className="aspect-[4/3] rounded-sm border border-rule group-hover:border-edge" />
      <Link href={imageHref(hit.image)} prefetch={false} lang={best.language} data-result-link="" className="caption-text mt-3 text-[1.0625rem] after:absolute after:inset-x-0 after:top-0 after:aspect-[4/3] after:content-[''] group-hover:text-accent">
        <MarkedText text={best.text} marks={best.marks} />
        <LinkPending />
      </Link>
      <CaptionFacts caption={best} state={state} byWords={byWords} />
      {others.length > 0 && (
        <details className="group/more mt-2 border-t border-rule pt-2">
          <summary className="flex list-none items-center gap-1 py-0.5 text-sm text-muted hover:text-ink">
            <Icon name="down" className="size-3.5 transition-transform group-open/more:rotate-180" />
            {t("results.moreCaptions", { count: others.length })}
          </summary>
          <ul className="mt-2 space-y-3">
            {others.map((caption) => (
              <li key={caption.id}>
                <p lang={caption.language} className="caption-text text-sm"><MarkedText text={caption.text} marks={caption.marks} /></p>
                <CaptionFacts caption={caption} state={state} byWords={byWords} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}
