import Link from "next/link";
import { Icon } from "@/app/_components/icon";
import { imageHref } from "@/app/_components/image-address";
import { LanguageMark } from "@/app/_components/language-mark";
import { getLocale, getTranslator } from "@/app/_i18n/translator";
import { type Direction, isSearching, searchHref, type SearchState } from "@/app/_search/search-state";
import type { NamedCaption } from "@/lib/features/search/search-types";

interface Part {
  direction: Direction;
  /** Null for a sentence that was typed. */
  caption: NamedCaption | null;
  text: string;
  /** The state without it. */
  without: Partial<SearchState>;
}

function partsOf(state: SearchState, like: NamedCaption[], unlike: NamedCaption[]): Part[] {
  const captions = (direction: Direction, key: "like" | "unlike", named: NamedCaption[]) =>
    named.map((caption): Part => ({ direction, caption, text: caption.text, without: { [key]: state[key].filter((id) => id !== caption.id) } }));
  const sentences = (direction: Direction, key: "plus" | "minus") =>
    state[key].map((text): Part => ({ direction, caption: null, text, without: { [key]: state[key].filter((other) => other !== text) } }));
  return [...captions("more", "like", like), ...sentences("more", "plus"), ...captions("less", "unlike", unlike), ...sentences("less", "minus")];
}

/** The captions and sentences that the search was turned towards or away from, each with a way to drop it. */
export async function Refinement({ state, like, unlike }: { state: SearchState; like: NamedCaption[]; unlike: NamedCaption[] }) {
  const t = await getTranslator();
  const parts = partsOf(state, like, unlike);
  if (parts.length === 0) return null;
  return (
    <ul aria-label={t("refine.heading")} className="mb-5 flex flex-wrap gap-2">
      {parts.map((part) => <Chip key={`${part.direction} ${part.caption?.id ?? part.text}`} part={part} state={state} />)}
    </ul>
  );
}

async function Chip({ part: { direction, caption, text, without }, state }: { part: Part; state: SearchState }) {
  const [t, locale] = await Promise.all([getTranslator(), getLocale()]);
  const rest = { ...state, ...without };
  const label = t(direction === "more" ? "refine.endMore" : "refine.endLess", { text });
  return (
    <li className={`inline-flex max-w-full items-center gap-2 rounded-md py-1 pr-1 pl-3 ${direction === "more" ? "bg-accent-soft" : "border border-dashed border-edge"}`}>
      <p className="min-w-0 text-sm">
        <span className="mr-2 text-muted">{t(direction === "more" ? "refine.more" : "refine.less")}</span>
        {caption ? <Link href={imageHref(caption.image)} prefetch={false} lang={caption.language} className="caption-text mr-2 underline decoration-edge underline-offset-4 hover:text-accent">{text}</Link> : <span className="caption-text mr-2">{text}</span>}
        {caption && <LanguageMark language={caption.language} locale={locale} />}
      </p>
      <Link href={isSearching(rest) ? searchHref(rest) : "/"} prefetch={false} aria-label={label} title={label} className="grid size-8 shrink-0 place-items-center rounded-sm text-muted hover:bg-card hover:text-ink">
        <Icon name="close" className="size-4" />
      </Link>
    </li>
  );
}
