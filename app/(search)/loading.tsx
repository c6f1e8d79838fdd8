import { Wordmark } from "../_components/wordmark";
import { ResultsSkeleton } from "./_components/results-skeleton";

/** Without the header's switches: their code would be sent twice. */
export default function Loading() {
  return (
    <>
      <div className="border-b border-rule">
        <div className="page-width flex h-29 items-start py-4 md:h-17">
          <Wordmark />
        </div>
      </div>
      <main id="content" className="page-width min-h-dvh pt-6 pb-20"><ResultsSkeleton view="images" /></main>
    </>
  );
}
