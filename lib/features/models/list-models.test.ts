import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { database } from "@/lib/database/client";
import { migrate } from "@/lib/database/migrate";
import { saveModel } from "@/lib/database/models";
import { BUNDLED } from "@/lib/embedding/model-store";
import { listModels } from "./list-models";

let dataDir: string;
const hub = { name: "small-bert", sha256: "b".repeat(64), dimensions: 32, reference: JSON.stringify({ kind: "hub", id: "someone/small-bert", revision: "v2" }), settings: JSON.stringify({ queryPrefix: "query: " }) };

async function activate(modelSha256: string): Promise<void> {
  await database(dataDir).generation.create({ data: { id: "20261125-000000-a", modelName: "any", modelSha256, dimensions: 32, count: 0, contentSha256: "", state: "active", manifest: "{}" } });
}

beforeEach(async () => {
  dataDir = await mkdtemp(`${tmpdir()}/kotomap-models-`);
  await migrate(dataDir);
});
afterEach(async () => {
  await database(dataDir).$disconnect();
  await rm(dataDir, { recursive: true, force: true });
});

describe("listModels", () => {
  it("names the bundled model before anything was embedded", async () => {
    expect(await listModels(database(dataDir))).toEqual([{ sha256: null, reference: BUNDLED, name: BUNDLED, bundled: true, settings: {}, dimensions: null, active: false }]);
  });

  it("puts the model of the active generation first, and tells how each is named and read", async () => {
    const db = database(dataDir);
    await saveModel(db, hub);
    await saveModel(db, { name: BUNDLED, sha256: "a".repeat(64), dimensions: 384, reference: JSON.stringify({ kind: "bundled", id: BUNDLED }), settings: "{}" });
    await activate(hub.sha256);
    const models = await listModels(db);
    expect(models.map(({ reference, active, bundled }) => [reference, active, bundled])).toEqual([["someone/small-bert@v2", true, false], [BUNDLED, false, true]]);
    expect(models[0]).toMatchObject({ settings: { queryPrefix: "query: " }, dimensions: 32 });
  });
});
