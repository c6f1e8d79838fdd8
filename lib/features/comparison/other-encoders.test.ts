import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { dot } from "@/lib/core/vector";
import { database } from "@/lib/database/client";
import { migrate } from "@/lib/database/migrate";
import { saveModel } from "@/lib/database/models";
import { createFakeEmbedder } from "@/lib/embedding/fake-embedder";
import { fixture } from "@/lib/embedding/testing/small-models";
import { embedByOther } from "./other-encoders";

let dataDir: string;
const embedder = createFakeEmbedder({ dimensions: 96 });

beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), "kotomap-encoders-"));
  vi.stubEnv("KOTOMAP_MODELS_DIR", path.join(dataDir, "models"));
  await migrate(dataDir);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await database(dataDir).$disconnect();
  await rm(dataDir, { recursive: true, force: true });
});

async function embed(other: string, texts: string[]) {
  const vectors = await embedder.embed(texts);
  return embedByOther({ db: database(dataDir), embedder }, other, texts, { vectors, dimensions: 96 }, "document");
}

describe("another encoder", () => {
  it("is that of the searches with shorter vectors", async () => {
    const { name, dimensions, vectors } = await embed("64", ["a dog", "a cat"]);
    expect([name, dimensions, vectors.length]).toEqual(["fake", 64, 128]);
    expect(dot(vectors.subarray(0, 64), vectors.subarray(0, 64))).toBeCloseTo(1, 5);
    await expect(embed("128", ["a dog"])).rejects.toMatchObject({ code: "invalid_parameter", field: "other" });
  });

  it("is one that embedded captions before, by its digest, or one that lies among the models, by its name", async () => {
    await saveModel(database(dataDir), { name: "small", sha256: "5".repeat(64), dimensions: 32, reference: JSON.stringify({ kind: "folder", path: fixture("wordpiece-mean") }), settings: "{}" });
    const before = await embed("5".repeat(12), ["a dog"]);
    await cp(fixture("wordpiece-mean"), path.join(dataDir, "models", "small-copy"), { recursive: true });
    const lying = await embed("small-copy", ["a dog"]);
    expect(lying.vectors).toEqual(before.vectors);
  });

  it("is named where it is not there", async () => {
    await expect(embed("nobody", ["a dog"])).rejects.toMatchObject({ code: "not_found", message: expect.stringContaining("nobody") as string });
  });
});
