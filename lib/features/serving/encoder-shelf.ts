import type { Database } from "@/lib/database/client";
import type { PieceEmbedder } from "@/lib/embedding/embedder";
import { createLocalEmbedder } from "@/lib/embedding/local-embedder";
import { loadBundledModel } from "@/lib/embedding/model-store";
import { openQueryEmbedder } from "@/lib/features/models/open-query-embedder";
import type { Counted } from "./counted";
import { rememberQueries } from "./remember-queries";
import { countEmbedder } from "./searchable";

interface Wanted {
  id: string;
  modelSha256: string;
  modelName: string;
}

/** The server's encoders: none is opened twice, none stays open unused. */
export class EncoderShelf {
  /** Opened before there is an index, and held until there is one. */
  private bundled: Promise<{ embedder: Counted<PieceEmbedder>; letGo: () => void }> | undefined;

  /** @param queryMemory vectors of queries that each remembers */
  constructor(private readonly folders: { dataDir: string; modelsDir: string }, private readonly queryMemory: number) {}

  /**
   * The encoder of a generation: the one in use or the bundled one where it is that, else newly opened.
   * @throws AppError `model_unavailable`
   */
  async open(db: Database, generation: Wanted, inUse: Counted<PieceEmbedder> | null): Promise<Counted<PieceEmbedder>> {
    const open = inUse ?? (await this.bundled?.catch(() => undefined))?.embedder;
    if (open?.value.model.sha256 === generation.modelSha256) return open;
    return this.count(await openQueryEmbedder(db, generation, this.folders));
  }

  /** @throws AppError `model_unavailable` */
  async openBundled(): Promise<Counted<PieceEmbedder>> {
    if (!this.bundled) {
      this.bundled = this.loadBundled();
      this.bundled.catch(() => (this.bundled = undefined));
    }
    return (await this.bundled).embedder;
  }

  /** Once a generation holds what it needs. */
  dropBundled(): void {
    void this.bundled?.then(({ letGo }) => letGo(), () => undefined);
    this.bundled = undefined;
  }

  private readonly count = (embedder: PieceEmbedder) => countEmbedder(rememberQueries(embedder, this.queryMemory));

  private async loadBundled() {
    const embedder = this.count(await createLocalEmbedder({ model: await loadBundledModel(this.folders.modelsDir) }));
    return { embedder, letGo: embedder.hold() };
  }
}
