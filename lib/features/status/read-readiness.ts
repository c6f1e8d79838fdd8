import { searchEngine } from "@/lib/features/serving/search-engine";

export interface Readiness {
  status: "ready";
  generation: string;
}

/** A server that is busy is ready all the same: sending everybody away at once would not help. @throws AppError as searches do, where none can be answered */
export async function readReadiness(): Promise<Readiness> {
  return searchEngine().use(({ generation }) => Promise.resolve({ status: "ready", generation: generation.manifest.id }));
}
