import { open, rm } from "node:fs/promises";
import path from "node:path";
import { expect, it } from "vitest";
import { switchGeneration } from "@/lib/features/reindexing/switch-generation";
import { GenerationStore } from "@/lib/vector-index/generation-store";
import { submit, waitForEnd } from "./jobs";
import { search, type OwnData } from "./own-data";
import { useOwnData } from "./use-own-data";

const ownData = useOwnData();
const fileOf = ({ dataDir }: OwnData, generation: string, name: string) => path.join(dataDir, "generations", generation, name);

async function flipBit(file: string): Promise<void> {
  const handle = await open(file, "r+");
  const { size } = await handle.stat();
  const { buffer } = await handle.read(Buffer.alloc(1), 0, 1, size >> 1);
  await handle.write(Buffer.from([(buffer[0] ?? 0) ^ 8]), 0, 1, size >> 1);
  await handle.close();
}

async function verifyAll({ db }: OwnData) {
  const job = await waitForEnd(db, await submit(db, { kind: "verify", parameters: {} }));
  const { ok, generations } = JSON.parse(job.result ?? "{}") as { ok: boolean; generations: { id: string; faults: unknown[] }[] };
  return { ok, faulty: generations.filter(({ faults }) => faults.length > 0).map(({ id }) => id) };
}

it("a file of the active generation with one bit flipped: the last good one answers, the state names the file, an ingest mends it", async () => {
  const data = await ownData();
  data.startWorker();
  const first = await data.ingest(20);
  const second = await data.ingest(30);
  await flipBit(fileOf(data, second, "vectors.f32"));
  const server = await data.startServer();
  const { status, problems } = await server.waitForHealth(({ generation }) => generation === first);
  expect(status).toBe("degraded");
  expect(problems).toEqual([{ code: "index_damaged", message: expect.stringContaining(`${second} is damaged: vectors.f32`) as string }]);
  expect(await search(server)).toMatchObject({ status: 200, generation: first });
  expect(await verifyAll(data)).toEqual({ ok: false, faulty: [second] });
  const mended = await data.ingest(30);
  expect(await server.waitForHealth(({ generation }) => generation === mended)).toMatchObject({ status: "ok", problems: [] });
  expect(await data.db.caption.count()).toBe(250);
});

it("a deleted file of an older generation: searches go on, a check names it, going back to it is refused, and searches go on still", async () => {
  const data = await ownData();
  data.startWorker();
  const first = await data.ingest(20);
  const second = await data.ingest(30);
  const server = await data.startServer();
  await rm(fileOf(data, first, "index.hnsw"));
  expect(await verifyAll(data)).toEqual({ ok: false, faulty: [first] });
  await expect(switchGeneration(data.db, data.dataDir, first)).rejects.toMatchObject({ code: "index_damaged", field: "index.hnsw" });
  await rm(fileOf(data, second, "labels.bin"));
  expect(await search(server)).toMatchObject({ status: 200, generation: second });
  // No generation is whole now; what the database has is enough.
  const third = await data.ingest(30);
  await server.waitForHealth(({ generation, status }) => generation === third && status === "ok");
  await new GenerationStore(data.dataDir).verify(third);
});
