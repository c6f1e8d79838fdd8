import { SiteHeader } from "../_components/site-header";
import { ResultsSkeleton } from "./_components/results-skeleton";

export default function Loading() {
  return (
    <>
      <SiteHeader />
      <main id="content" className="page-width min-h-dvh pt-6 pb-20"><ResultsSkeleton view="images" /></main>
    </>
  );
}
