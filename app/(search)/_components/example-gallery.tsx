import Link from "next/link";
import { CaptionPicture } from "@/app/_components/caption-picture";
import { LinkPending } from "@/app/_components/link-pending";
import { getTranslator } from "@/app/_i18n/translator";
import { exampleQueries, type ExampleQuery } from "@/app/_search/example-queries";
import { runSearch, type SearchOutcome } from "@/app/_search/run-search";
import { readSearchState, searchHref } from "@/app/_search/search-state";
import type { ImageSummary } from "@/lib/features/search/search-types";
import { BuildingNotice } from "./building-notice";
import { Failure } from "./failure";

interface Example extends ExampleQuery {
  image: ImageSummary;
}

/** Each query with its nearest image that no query before it shows. */
function pickExamples(outcomes: SearchOutcome[]): Example[] {
  const used = new Set<string>();
  return exampleQueries.flatMap((query, i) => {
    const outcome = outcomes[i];
    const image = outcome?.kind === "found" ? outcome.hits.find(({ image }) => !used.has(image.id))?.image : undefined;
    if (!image) return [];
    used.add(image.id);
    return [{ ...query, image }];
  });
}

const grid = "grid grid-cols-2 gap-x-5 gap-y-7 md:grid-cols-3";

/** A taste of what the example queries find. */
export async function ExampleGallery() {
  const [first, ...others] = exampleQueries;
  const [t, outcome] = await Promise.all([getTranslator(), runSearch(readSearchState({ q: first.text }))]);
  if (outcome.kind === "building") return <div className="border-t border-rule pt-8"><BuildingNotice as="h2" /></div>;
  if (outcome.kind === "failed") return <div className="border-t border-rule pt-8"><Failure as="h2" code={outcome.code} message={outcome.message} /></div>;
  const examples = pickExamples([outcome, ...(await Promise.all(others.map(({ text }) => runSearch(readSearchState({ q: text })))))]);
  if (examples.length === 0) return null;
  return (
    <section aria-labelledby="gallery" className="border-t border-rule pt-7">
      <h2 id="gallery" className="mb-5 text-sm text-muted">{t("start.gallery")}</h2>
      <ul className={grid}>
        {examples.map(({ text, language, image }) => (
          <li key={text}>
            <Link href={searchHref(null, { q: text })} prefetch={false} className="group block">
              <CaptionPicture image={image} className="aspect-[3/2] rounded-sm border border-rule group-hover:border-edge" />
              <span lang={language} className="caption-text mt-2 block group-hover:text-accent">{text}</span>
              <LinkPending />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function GallerySkeleton() {
  return (
    <div className="border-t border-rule pt-7" aria-hidden="true">
      <div data-skeleton="" className="mb-5 h-5 w-40 rounded-xs" />
      <div className={grid}>
        {exampleQueries.map(({ text }) => (
          <div key={text}>
            <div data-skeleton="" className="aspect-[3/2] rounded-sm" />
            <div data-skeleton="" className="mt-3 h-5 w-2/3 rounded-xs" />
          </div>
        ))}
      </div>
    </div>
  );
}
