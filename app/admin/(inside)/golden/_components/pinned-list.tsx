import { EmptyState } from "@/app/admin/_components/empty-state";
import { getTranslator } from "@/app/_i18n/translator";
import type { GoldenQueryView } from "@/lib/features/reindexing/reindex-types";
import { findRanks, LOOKED_AT } from "./find-ranks";
import { PinnedRow } from "./pinned-row";

/** The pinned queries, the latest first, with where the search has their images now. */
export async function PinnedList({ queries }: { queries: GoldenQueryView[] }) {
  const t = await getTranslator();
  if (queries.length === 0) return <EmptyState heading={t("admin.index.golden.none")} />;
  const ranked = await Promise.all(queries.map(async (query) => ({ query, ranks: await findRanks(query) })));
  return <ul className="border-t border-rule">{ranked.reverse().map(({ query, ranks }) => <PinnedRow key={query.id} query={query} ranks={ranks} lookedAt={LOOKED_AT} />)}</ul>;
}
