import { AppError } from "@/lib/core/errors";
import { readEnv } from "@/lib/core/env";
import { logger } from "@/lib/core/logger";
import { processSingleton } from "@/lib/core/process-singleton";
import type { Database } from "@/lib/database/client";
import { findActiveGeneration } from "@/lib/database/generations";
import type { Embedder } from "@/lib/embedding/embedder";
import { createEmbedder } from "@/lib/embedding/onnx-embedder";
import { prepareDatabase } from "@/lib/features/setup/prepare-database";
import { GenerationStore } from "@/lib/vector-index/generation-store";
import type { LoadedGeneration } from "@/lib/vector-index/load-generation";
import { loadActive, type Problem } from "./load-active";

/** Milliseconds between two looks at which generation is active. */
const LOOK_EVERY = 1000;

/** What one request needs, the same from its start to its end. */
export interface Serving {
  db: Database;
  generation: LoadedGeneration;
  embedder: Embedder;
}

/**
 * The encoder and the active generation in the memory of the server. Notices a newly active generation, loads it
 * beside the old one, then swaps; requests under way keep the one they began with.
 */
export class SearchEngine {
  private db: Promise<Database> | undefined;
  private embedder: Promise<Embedder> | undefined;
  private loading: Promise<void> | undefined;
  private generation: LoadedGeneration | null = null;
  private seenActiveId: string | null | undefined;
  private lookedAt = 0;
  private problemsFound: Problem[] = [];
  private readonly store: GenerationStore;
  readonly startedAt = Date.now();

  constructor(private readonly dataDir: string, private readonly modelsDir: string) {
    this.store = new GenerationStore(dataDir);
  }

  get problems(): readonly Problem[] {
    return this.problemsFound;
  }

  /** The generation that answers now, null before one is loaded. */
  get current(): LoadedGeneration | null {
    return this.generation;
  }

  openDatabase(): Promise<Database> {
    return (this.db ??= retryable(prepareDatabase(this.dataDir).then(({ db }) => db), () => (this.db = undefined)));
  }

  openEmbedder(): Promise<Embedder> {
    return (this.embedder ??= retryable(createEmbedder({ modelsDir: this.modelsDir }), () => (this.embedder = undefined)));
  }

  /**
   * Waits for the first load only.
   * @throws AppError `index_building` before there is an index, `index_damaged` where none can be used
   */
  async serve(): Promise<Serving> {
    const [db, embedder] = await Promise.all([this.openDatabase(), this.openEmbedder()]);
    await this.refresh();
    if (!this.generation) throw this.unavailable();
    return { db, generation: this.generation, embedder };
  }

  /** Looks, at most once a second, whether another generation became active. Waits for it where nothing is loaded yet, or on demand. */
  async refresh({ wait = false } = {}): Promise<void> {
    if (!this.loading && Date.now() - this.lookedAt >= LOOK_EVERY) {
      this.lookedAt = Date.now();
      this.loading = this.loadIfChanged().finally(() => (this.loading = undefined));
      this.loading.catch((error: unknown) => logger().error({ err: error }, "the active generation could not be looked up"));
    }
    if (wait || !this.generation) await this.loading;
  }

  private async loadIfChanged(): Promise<void> {
    const [db, embedder] = await Promise.all([this.openDatabase(), this.openEmbedder()]);
    const activeId = (await findActiveGeneration(db))?.id ?? null;
    if (activeId === this.seenActiveId) return;
    const { generation, problems } = await loadActive(db, this.store, embedder.model.sha256);
    this.seenActiveId = activeId;
    this.problemsFound = problems;
    if (!generation) return;
    if (generation.manifest.id !== this.generation?.manifest.id) logger().info({ generation: generation.manifest.id, captions: generation.manifest.count }, "searches use this generation now");
    this.generation = generation;
  }

  private unavailable(): AppError {
    const [problem] = this.problemsFound;
    if (problem) return new AppError("index_damaged", problem.message);
    return new AppError("index_building", "There is no index yet. While captions are being ingested, wait until it is built; otherwise add some: npm run ingest -- FILE");
  }
}

/** A promise that is forgotten when it fails, so that the next caller tries anew. */
function retryable<T>(promise: Promise<T>, forget: () => void): Promise<T> {
  promise.catch(forget);
  return promise;
}

/** The server's engine. */
export function searchEngine(): SearchEngine {
  return processSingleton("search engine", () => new SearchEngine(readEnv().dataDir, readEnv().modelsDir));
}
