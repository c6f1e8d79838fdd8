import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { database } from "@/lib/database/client";
import { createBulkEmbedder } from "@/lib/embedding/bulk-embedder";
import type { BatchEngine } from "@/lib/embedding/encoder-engine";
import { LocalEngine } from "@/lib/embedding/local-engine";
import { loadBundledModel } from "@/lib/embedding/model-store";
import type { StoredModel } from "@/lib/embedding/stored-model";
import type { TokenRows } from "@/lib/embedding/token-rows";
import type { PreparedEncoder } from "@/lib/features/models/prepared-encoder";
import { ingestCaptions } from "./ingest-captions";

const CAPTIONS = 700;
let folder: string;
const dataDir = () => path.join(folder, "data");

/** Computes as the CPU does, under the name of a graphics card, until it is lost. */
class LosingEngine implements BatchEngine {
  readonly device = "webgpu";
  readonly scheme = { workers: 1, batchTokens: 256 };
  private readonly cpu: LocalEngine;
  private batches = 0;

  constructor({ graphs, output, identity }: StoredModel, private readonly lostAfter: number) {
    this.cpu = new LocalEngine({ graph: graphs.cpu, device: "cpu", threads: 1, output, dimensions: identity.dimensions }, this.scheme.batchTokens);
  }

  get alive(): boolean {
    return this.batches <= this.lostAfter;
  }

  run(rows: TokenRows, padId: number, signal?: AbortSignal): Promise<Float32Array> {
    return ++this.batches > this.lostAfter ? Promise.reject(new Error("device lost")) : this.cpu.run(rows, padId, signal);
  }

  shrink(): void {
    throw new Error("A lost device is not tried with smaller batches.");
  }

  close(): Promise<void> {
    return this.cpu.close();
  }
}

async function prepare(lostAfter: number): Promise<PreparedEncoder> {
  const model = await loadBundledModel(path.resolve("models"));
  return {
    model,
    reference: { kind: "bundled", id: model.identity.name },
    settings: {},
    open: ({ onNotice }) => Promise.resolve({ embedder: createBulkEmbedder({ model, engine: new LosingEngine(model, lostAfter), onNotice }), choice: { wish: "auto", device: "webgpu", reports: [] } }),
    close: () => Promise.resolve(),
  };
}

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "kotomap-device-"));
});
afterEach(async () => {
  await database(dataDir()).$disconnect();
  await rm(folder, { recursive: true, force: true });
});

describe("an ingest whose device is lost", () => {
  it("goes on on the CPU, says so in its summary and its job, and embeds every caption once", async () => {
    const file = path.join(folder, "captions.csv");
    await writeFile(file, `image_id,caption\n${Array.from({ length: CAPTIONS }, (_, i) => `${i},Bus ${i} stops here.`).join("\n")}\n`);
    const notices: string[] = [];
    const summary = await ingestCaptions(
      { files: [file], collection: "mine", language: "en", maxBadShare: 0, imagesDir: null },
      { dataDir: dataDir(), openEncoder: () => prepare(8), onNotice: (notice) => notices.push(notice) },
    );
    expect(summary).toMatchObject({ embedded: CAPTIONS, captionsInIndex: CAPTIONS, device: "cpu", notices: [expect.stringMatching(/webgpu failed \(device lost\)\. The rest is embedded on the CPU/) as string] });
    expect(notices).toEqual(summary.notices);
    const db = database(dataDir());
    expect(await db.embedding.count()).toBe(CAPTIONS);
    const [job] = await db.job.findMany();
    expect(JSON.parse(job?.device ?? "")).toMatchObject({ device: "cpu", reports: [{ device: "webgpu", outcome: "passed over", reason: notices[0] }, { device: "cpu", outcome: "taken" }] });
    expect(JSON.parse(job?.result ?? "")).toMatchObject({ device: "cpu", notices });
  });
});
