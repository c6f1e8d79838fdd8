import { AppError } from "@/lib/core/errors";
import { readEnv } from "@/lib/core/env";
import { logger } from "@/lib/core/logger";
import { processSingleton } from "@/lib/core/process-singleton";
import type { Database } from "@/lib/database/client";
import { findActiveGeneration } from "@/lib/database/generations";
import type { Embedder } from "@/lib/embedding/embedder";
import { createLocalEmbedder } from "@/lib/embedding/local-embedder";
import { loadBundledModel } from "@/lib/embedding/model-store";
import { openQueryEmbedder } from "@/lib/features/models/open-query-embedder";
import { prepareDatabase } from "@/lib/features/setup/prepare-database";
import { GenerationStore } from "@/lib/vector-index/generation-store";
import type { LoadedGeneration } from "@/lib/vector-index/load-generation";
import { loadActive, type OpenEmbedder, type Problem, type Searchable } from "./load-active";

/** Milliseconds between two looks at which generation is active. */
const LOOK_EVERY = 1000;
/** Milliseconds before a generation that could not be used is tried again; each further wait is twice as long, up to the most. */
const FIRST_RETRY = 4000;
const LAST_RETRY = 5 * 60_000;
/** Milliseconds after which no request can have an encoder that was replaced. */
const LONGEST_REQUEST = 60_000;

/** What one request needs, the same from its start to its end. */
export interface Serving extends Searchable {
  db: Database;
}

/**
 * The active generation and its encoder in the memory of the server. Notices a newly active generation, loads it and, where that
 * is another, its encoder beside the old ones, then swaps both at once; requests under way keep what they began with.
 */
export class SearchEngine {
  private db: Promise<Database> | undefined;
  private bundled: Promise<Embedder> | undefined;
  private loading: Promise<void> | undefined;
  private searchable: Searchable | null = null;
  private seenActiveId: string | null | undefined;
  private lookedAt = 0;
  private retry = { after: FIRST_RETRY, at: 0 };
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
    return this.searchable?.generation ?? null;
  }

  openDatabase(): Promise<Database> {
    return (this.db ??= retryable(prepareDatabase(this.dataDir).then(({ db }) => db), () => (this.db = undefined)));
  }

  /**
   * What queries are embedded with: the encoder of the generation that answers, or the bundled one before there is any.
   * @throws AppError `model_unavailable`
   */
  async openEmbedder(): Promise<Embedder> {
    return this.searchable?.embedder ?? (await this.openBundled());
  }

  /**
   * Waits for the first load only.
   * @throws AppError `index_building` before there is an index, `index_damaged` where none can be used, `model_unavailable` without its encoder
   */
  async serve(): Promise<Serving> {
    const db = await this.openDatabase();
    await this.refresh();
    if (!this.searchable) throw await this.unavailable();
    return { db, ...this.searchable };
  }

  /** Looks, at most once a second, whether another generation became active. Waits for it where nothing is loaded yet, or on demand. */
  async refresh({ wait = false } = {}): Promise<void> {
    if (!this.loading && Date.now() - this.lookedAt >= LOOK_EVERY) {
      this.lookedAt = Date.now();
      this.loading = this.loadIfChanged().finally(() => (this.loading = undefined));
      this.loading.catch((error: unknown) => logger().error({ err: error }, "the active generation could not be looked up"));
    }
    if (wait || !this.searchable) await this.loading;
  }

  private async loadIfChanged(): Promise<void> {
    const db = await this.openDatabase();
    const activeId = (await findActiveGeneration(db))?.id ?? null;
    const seen = activeId === this.seenActiveId;
    if (seen && (this.problemsFound.length === 0 || Date.now() < this.retry.at)) return;
    const { searchable, problems } = await loadActive(db, this.store, this.embedderOpener(db), this.searchable);
    const after = seen ? Math.min(2 * this.retry.after, LAST_RETRY) : FIRST_RETRY;
    this.retry = { after, at: Date.now() + after };
    this.seenActiveId = activeId;
    this.problemsFound = problems;
    if (!searchable || searchable === this.searchable) return;
    const { id, count, model } = searchable.generation.manifest;
    if (id !== this.current?.manifest.id) logger().info({ generation: id, captions: count, model: model.name, device: searchable.embedder.device }, "searches use this generation now");
    this.closeLater(this.searchable?.embedder, searchable.embedder);
    this.searchable = searchable;
  }

  /** Closes a replaced encoder once the requests that began with it are done. */
  private closeLater(replaced: Embedder | undefined, by: Embedder): void {
    if (!replaced || replaced === by) return;
    void this.bundled?.then((bundled) => {
      if (bundled === replaced) this.bundled = undefined;
    });
    setTimeout(() => void replaced.close().catch((error: unknown) => logger().warn({ err: error }, "an encoder could not be closed")), LONGEST_REQUEST).unref();
  }

  /** An encoder that is in use already is not opened again. */
  private embedderOpener(db: Database): OpenEmbedder {
    return async (generation) => {
      const inUse = this.searchable?.embedder ?? (await this.bundled?.catch(() => undefined));
      if (inUse?.model.sha256 === generation.modelSha256) return inUse;
      return openQueryEmbedder(db, generation, { dataDir: this.dataDir, modelsDir: this.modelsDir });
    };
  }

  private openBundled(): Promise<Embedder> {
    const open = async () => createLocalEmbedder({ model: await loadBundledModel(this.modelsDir) });
    return (this.bundled ??= retryable(open(), () => (this.bundled = undefined)));
  }

  private async unavailable(): Promise<AppError> {
    const [problem] = this.problemsFound;
    if (problem) return new AppError(problem.code === "model_unavailable" ? problem.code : "index_damaged", problem.message);
    // Without an encoder nothing can be ingested either: that is told first.
    await this.openBundled();
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
