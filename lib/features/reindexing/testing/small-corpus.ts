import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { database, type Database } from "@/lib/database/client";
import type { Embedder } from "@/lib/embedding/embedder";
import { createFakeEmbedder } from "@/lib/embedding/fake-embedder";
import { ingestCaptions } from "@/lib/features/ingestion/ingest-captions";
import type { IngestSummary } from "@/lib/features/ingestion/ingest-types";
import { preparedEncoder } from "@/lib/features/ingestion/testing/prepared-encoder";
import type { JobHandler } from "@/lib/features/jobs/job-context";
import { openJobHere } from "@/lib/features/jobs/open-job-here";
import { runJobHere } from "@/lib/features/jobs/run-job-here";
import { layoutHandler } from "@/lib/features/layouts/layout-handler";
import { type LayoutRequest, layoutRequestSchema } from "@/lib/features/layouts/layout-request";
import type { LayoutSummary } from "@/lib/features/layouts/layout-types";
import { prepareDatabase } from "@/lib/features/setup/prepare-database";
import { pruneHandler } from "../prune-handler";
import type { PruneRequest, PruneSummary } from "../prune/prune-types";
import { createReindexHandler } from "../reindex-handler";
import type { ReindexRequest, ReindexSummary } from "../reindex-types";
import { verifyHandler } from "../verify-handler";
import type { VerifySummary } from "../verify/verify-types";

type Options = Pick<Parameters<typeof ingestCaptions>[1] & object, "signal" | "onProgress">;

/** A data folder of its own with a few captions, its jobs run in this process by an embedder that needs no model. */
export class SmallCorpus {
  private constructor(readonly folder: string, readonly db: Database, public embedder: Embedder) {}

  static async create(embedder = createFakeEmbedder()): Promise<SmallCorpus> {
    const folder = await mkdtemp(path.join(tmpdir(), "kotomap-reindex-"));
    const { db } = await prepareDatabase(path.join(folder, "data"));
    return new SmallCorpus(folder, db, embedder);
  }

  get dataDir(): string {
    return path.join(this.folder, "data");
  }

  async remove(): Promise<void> {
    await database(this.dataDir).$disconnect();
    await rm(this.folder, { recursive: true, force: true });
  }

  /** Captions by image, as one file, which is one source. */
  async ingest(name: string, captions: [image: string, text: string, language: string][], options: Options = {}): Promise<IngestSummary> {
    const file = path.join(this.folder, `${name}.jsonl`);
    await writeFile(file, captions.map(([image, caption, language]) => JSON.stringify({ image_id: image, caption, language })).join("\n"));
    return ingestCaptions({ files: [file], collection: "mine", language: null, maxBadShare: 0, imagesDir: null }, { dataDir: this.dataDir, openEncoder: () => Promise.resolve(preparedEncoder(this.embedder)), ...options });
  }

  reindex(request: ReindexRequest = {}, options: Options = {}): Promise<ReindexSummary> {
    return this.run(createReindexHandler({ openEncoder: () => Promise.resolve(preparedEncoder(this.embedder)) }), request, options);
  }

  layOut(request: Partial<LayoutRequest> = {}, options: Options = {}): Promise<LayoutSummary> {
    return this.run(layoutHandler, layoutRequestSchema.parse(request), options);
  }

  prune(request: PruneRequest = {}): Promise<PruneSummary> {
    return this.run(pruneHandler, request);
  }

  verify(): Promise<VerifySummary> {
    return this.run(verifyHandler, {});
  }

  private async run<P, R>(handler: JobHandler<P, R>, parameters: P, { signal = new AbortController().signal, onProgress }: Options = {}): Promise<R> {
    const id = await openJobHere(this.db, this.dataDir, handler.kind, parameters, "command line");
    return runJobHere(this.db, this.dataDir, id, { handler, signal, onProgress });
  }
}
