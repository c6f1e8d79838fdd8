import { AppError } from "@/lib/core/errors";
import { readEnv } from "@/lib/core/env";
import { logger } from "@/lib/core/logger";
import { processSingleton } from "@/lib/core/process-singleton";
import type { Database } from "@/lib/database/client";
import { findActiveGeneration } from "@/lib/database/generations";
import type { Embedder } from "@/lib/embedding/embedder";
import { prepareDatabase } from "@/lib/features/setup/prepare-database";
import { GenerationStore } from "@/lib/vector-index/generation-store";
import type { Manifest } from "@/lib/vector-index/generation";
import { EncoderShelf } from "./encoder-shelf";
import { KnownDamage } from "./known-damage";
import { loadActive, type Problem } from "./load-active";
import { RetryPause } from "./retry-pause";
import type { LoadedSearchable, SearchEncoder, Searchable } from "./searchable";

/** Milliseconds between two looks at which generation is active. */
const LOOK_EVERY = 1000;

/** What one request needs, the same from its start to its end. */
export interface Serving extends Searchable {
  db: Database;
}

/**
 * The active generation and its encoder in the memory of the server. Notices a newly active generation, loads it and, where that
 * is another, its encoder beside the old ones, then swaps both at once; requests under way keep what they began with, which is
 * freed when the last of them is done. Where a generation was activated with a pause, the old one is freed first.
 */
export class SearchEngine {
  private db: Promise<Database> | undefined;
  private loading: Promise<void> | undefined;
  private loaded: LoadedSearchable | null = null;
  /** While the old generation has gone and the new one is being loaded. */
  private pausing = false;
  private seenActive: string | null | undefined;
  private activeId: string | null = null;
  private lookedAt = -Infinity;
  private readonly retry: RetryPause;
  private problemsFound: Problem[] = [];
  private readonly store: GenerationStore;
  private readonly damage = new KnownDamage();
  private readonly encoders: EncoderShelf;
  private readonly startedAt: number;

  /**
   * @param now milliseconds by a clock that is never set back
   * @param queryMemory vectors of queries to remember
   */
  constructor(readonly dataDir: string, modelsDir: string, private readonly now: () => number = () => performance.now(), queryMemory = 0) {
    this.startedAt = now();
    this.retry = new RetryPause(now);
    this.store = new GenerationStore(dataDir);
    this.encoders = new EncoderShelf({ dataDir, modelsDir }, queryMemory);
  }

  /** Seconds since the server started. */
  get uptime(): number {
    return Math.round((this.now() - this.startedAt) / 1000);
  }

  get problems(): readonly Problem[] {
    return this.problemsFound;
  }

  /** What answers now, null before anything is loaded and during a pause. */
  get manifest(): Manifest | null {
    return this.loaded?.searchable.value.generation.manifest ?? null;
  }

  /** Id of the generation that is active by the database, as last seen; another one than that which answers for as long as it is being loaded or cannot be used. */
  get active(): string | null {
    return this.activeId;
  }

  openDatabase(): Promise<Database> {
    return (this.db ??= retryable(prepareDatabase(this.dataDir).then(({ db }) => db), () => (this.db = undefined)));
  }

  /**
   * What queries are embedded with, to be described: the encoder of the generation that answers, or the bundled one before there is any.
   * @throws AppError `model_unavailable`
   */
  async describeEmbedder(): Promise<Pick<Embedder, "model" | "device">> {
    return (this.loaded?.embedder ?? (await this.encoders.openBundled())).value;
  }

  /**
   * Holds generation and encoder from the start of the work to its end. Waits for the first load only.
   * @throws AppError `index_building` before there is an index and during a pause, `index_damaged` where none can be used, `model_unavailable` without its encoder
   */
  async use<T>(work: (serving: Serving) => Promise<T>): Promise<T> {
    return this.useIfAny(async (db, searchable) => {
      if (!searchable) throw await this.unavailable();
      return work({ db, ...searchable });
    });
  }

  /** As `use`, for work that can do without an index. */
  async useIfAny<T>(work: (db: Database, searchable: Searchable | null) => Promise<T>): Promise<T> {
    const db = await this.openDatabase();
    await this.refresh();
    return this.loaded ? this.loaded.searchable.during((searchable) => work(db, searchable)) : work(db, null);
  }

  /**
   * Holds the encoder that queries are embedded with, for work that needs no captions: that of the generation that answers, or the bundled one before there is any.
   * @throws AppError `model_unavailable`
   */
  async useEncoder<T>(work: (encoder: SearchEncoder) => Promise<T>): Promise<T> {
    return this.useIfAny(async (_, searchable) => {
      if (searchable) return work({ embedder: searchable.embedder, dimensions: searchable.generation.manifest.model.dimensions });
      return (await this.encoders.openBundled()).during((embedder) => work({ embedder, dimensions: embedder.model.dimensions }));
    });
  }

  /** Looks, at most once a second, whether another generation became active. Waits for it where nothing is loaded yet, or on demand. */
  async refresh({ wait = false } = {}): Promise<void> {
    if (!this.loading && this.now() - this.lookedAt >= LOOK_EVERY) {
      this.lookedAt = this.now();
      this.loading = this.loadIfChanged().finally(() => (this.loading = undefined));
      this.loading.catch((error: unknown) => logger().error({ err: error }, "the active generation could not be looked up"));
    }
    if (wait || (!this.loaded && !this.pausing)) await this.loading;
  }

  /** Keeps looking, so that what becomes active while nobody searches is there for the next search. It keeps no process alive. */
  watch(): void {
    setInterval(() => void this.refresh().catch(() => undefined), LOOK_EVERY).unref();
  }

  private async loadIfChanged(): Promise<void> {
    const db = await this.openDatabase();
    const active = await findActiveGeneration(db);
    this.activeId = active?.id ?? null;
    const seen = active && `${active.id} ${active.swap}`;
    const again = seen === this.seenActive;
    if (again && !(this.problemsFound.length > 0 && this.retry.isOver)) return;
    const { loaded, problems } = await this.load(db).finally(() => (this.pausing = false));
    this.seenActive = seen;
    this.retry.begin(problems, again);
    this.problemsFound = problems;
    if (loaded) this.serve(loaded);
  }

  private async load(db: Database) {
    const inUse = this.loaded;
    // Kept through a pause: the next generation is likely to want it again.
    const letGo = inUse?.embedder.hold();
    try {
      return await loadActive(db, {
        store: this.store,
        damage: this.damage,
        openEmbedder: (generation) => this.encoders.open(db, generation, inUse?.embedder ?? null),
        inUse,
        pause: () => this.pause(),
      });
    } finally {
      letGo?.();
    }
  }

  private async pause(): Promise<void> {
    const old = this.loaded;
    if (!old) return;
    logger().info({ generation: old.id }, "searches pause: this generation goes before the next one is loaded");
    this.pausing = true;
    this.loaded = null;
    old.letGo();
    await old.freed;
  }

  /** From here on requests get this; those under way keep what they have. */
  private serve(loaded: LoadedSearchable): void {
    const old = this.loaded;
    if (loaded === old) return;
    this.loaded = loaded;
    const { generation, embedder } = loaded.searchable.value;
    logger().info({ generation: loaded.id, captions: generation.manifest.count, model: generation.manifest.model.name, device: embedder.device }, "searches use this generation now");
    old?.letGo();
    this.encoders.dropBundled();
  }

  private async unavailable(): Promise<AppError> {
    if (this.pausing) return new AppError("index_building", `The index is being replaced by the generation ${this.activeId}; there is no memory for both at once. Try again in some seconds.`);
    const [problem] = this.problemsFound;
    if (problem) return new AppError(problem.code === "model_unavailable" ? problem.code : "index_damaged", problem.message);
    // Without an encoder nothing can be ingested either: that is told first.
    await this.encoders.openBundled();
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
  return processSingleton("search engine", () => {
    const { dataDir, modelsDir, queryMemory } = readEnv();
    return new SearchEngine(dataDir, modelsDir, () => performance.now(), queryMemory);
  });
}
