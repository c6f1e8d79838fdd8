import type { Database } from "@/lib/database/client";
import type { LoadedGeneration } from "@/lib/vector-index/load-generation";
import type { SharedRows } from "./common-captions";
import { type Rank, rankSiblings } from "./find-ranks";
import { rankPinned } from "./pinned-queries";
import type { Questions } from "./prepare-questions";

/** What a generation found, in the order of the questions; null where it could not be asked. */
export interface Answers {
  siblings: Rank[];
  pinned: Rank[] | null;
}

interface AnswerOptions {
  dataDir: string;
  modelsDir: string;
  signal: AbortSignal;
  onDone: () => void;
}

/** @param shared rows that may be found */
export async function answerQuestions(db: Database, generation: LoadedGeneration, { siblings, pinned }: Questions, shared: SharedRows, { dataDir, modelsDir, signal, onDone }: AnswerOptions): Promise<Answers> {
  return {
    siblings: await rankSiblings(generation, siblings, { shared, signal, onDone }),
    pinned: pinned.length > 0 ? await rankPinned(db, generation, pinned, { folders: { dataDir, modelsDir }, shared, signal, onDone }) : [],
  };
}
