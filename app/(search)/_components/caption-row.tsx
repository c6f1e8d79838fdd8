import Link from "next/link";
import { CaptionPicture } from "@/app/_components/caption-picture";
import { imageHref } from "@/app/_components/image-address";
import { LinkPending } from "@/app/_components/link-pending";
import { MarkedText } from "@/app/_components/marked-text";
import type { SearchState } from "@/app/_search/search-state";
import type { SearchHit } from "@/lib/features/search/search-types";
import { CaptionFacts } from "./caption-facts";
import { FoldedCaptions } from "./folded-captions";

/** One caption with a small picture. */
export function CaptionRow({ hit: { image, captions: [caption], folded }, state, byWords }: { hit: SearchHit; state: SearchState; byWords: boolean }) {
  if (!caption) return null;
  return (
    <li data-result="" className="group relative flex items-start gap-4 border-b border-rule py-4">
      <CaptionPicture image={image} className="h-15 w-20 shrink-0 rounded-xs border border-rule" />
      <div className="min-w-0 flex-1">
        <Link href={imageHref(image)} prefetch={false} lang={caption.language} data-result-link="" className="caption-text text-[1.0625rem] after:absolute after:top-4 after:left-0 after:h-15 after:w-20 after:content-[''] group-hover:text-accent">
          <MarkedText text={caption.text} marks={caption.marks} />
          <LinkPending />
        </Link>
        <CaptionFacts caption={caption} state={state} byWords={byWords} />
        <FoldedCaptions folded={folded} />
      </div>
    </li>
  );
}
