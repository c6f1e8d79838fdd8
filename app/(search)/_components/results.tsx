import Link from "next/link";
import { Fragment } from "react";
import { Announce } from "@/app/_components/announce";
import { getTranslator } from "@/app/_i18n/translator";
import { runSearch } from "@/app/_search/run-search";
import { MAX_SHOWN, searchHref, type SearchState } from "@/app/_search/search-state";
import type { NamedCaption } from "@/lib/features/search/search-types";
import { BuildingNotice } from "./building-notice";
import { CaptionRow } from "./caption-row";
import { Failure } from "./failure";
import { FilterBar } from "./filter-bar";
import { ImageCard } from "./image-card";
import { LoadMore } from "./load-more";
import { NothingClose } from "./nothing-close";
import { NothingFound } from "./nothing-found";
import { Refinement } from "./refinement";
import { ResultList } from "./result-list";
import { Searches } from "./searches";
import { SentenceForm } from "./sentence-form";
import { WhyPanel } from "./why-panel";

/** What was found, or why there is nothing to show. */
export async function Results({ state }: { state: SearchState }) {
  const [t, outcome] = await Promise.all([getTranslator(), runSearch(state)]);
  if (outcome.kind === "building") return <BuildingNotice as="h1" />;
  if (outcome.kind === "failed") return <Failure as="h1" code={outcome.code} message={outcome.message} />;
  const { hits, total, took, like, unlike, words, wordsWeight, didYouMean, nothingClose } = outcome;
  const images = state.view === "images";
  const Hit = images ? ImageCard : CaptionRow;
  return (
    <div data-answer="">
      <Announce text={images ? t("results.announceImages", { count: total }) : t("results.announceCaptions", { count: total })} />
      <h1 className="sr-only">{state.q === null ? t("results.headingLike") : t("results.headingQuery", { query: state.q })}</h1>
      <Refinement state={state} like={like} unlike={unlike} />
      <FilterBar state={state} total={total} took={took} wordsWeight={words.length > 0 || state.weight !== null ? wordsWeight : null} />
      <div className="mb-5"><Searches state={state} name={nameOf(state, like)} /></div>
      {didYouMean !== null && <p className="mb-6">{t("results.didYouMean")} <Link href={searchHref(state, { q: didYouMean })} prefetch={false} className="underline decoration-edge underline-offset-4 hover:text-accent">{didYouMean}</Link></p>}
      {nothingClose && <NothingClose />}
      {hits.length === 0 ? <NothingFound state={state} /> : (
        <>
          <ResultList view={state.view} hint={t("search.hint")}>
            {hits.map((hit) => (
              <Fragment key={images ? `${hit.image.collection}/${hit.image.id}` : hit.captions[0]?.id}>
                <Hit hit={hit} state={state} byWords={words.length > 0} />
                <WhyPanel hit={hit} state={state} like={like} />
              </Fragment>
            ))}
          </ResultList>
          <SentenceForm state={state} />
          <LoadMore state={state} shown={hits.length} total={total} limit={MAX_SHOWN} />
        </>
      )}
    </div>
  );
}

/** What a search is called until somebody gives it a name. */
const nameOf = ({ q, plus }: SearchState, like: readonly NamedCaption[]): string => q ?? like[0]?.text ?? plus[0] ?? "";
