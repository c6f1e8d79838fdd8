import fs from "node:fs/promises";
import { existsSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readEnv } from "@/lib/core/env";
import { loadCaptionVectors } from "./caption-vectors";

const { modelsDir } = readEnv();
let folder: string;
beforeAll(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), "kotomap-vectors-"));
});
afterAll(() => fs.rm(folder, { recursive: true }));

it.skipIf(!existsSync(modelsDir))("goes on after a killed run with the row that was torn, and then reads the cache (needs the encoder in models/)", async () => {
  const file = path.join(folder, "captions.json");
  const annotations = ["a dog runs", "two people eat", "犬が走る", "a red bus"].map((caption, id) => ({ image_id: id, id, caption }));
  await fs.writeFile(file, JSON.stringify({ annotations }));
  const options = { modelsDir, cacheDir: path.join(folder, "cache"), onProgress: () => undefined };
  const first = await loadCaptionVectors(file, options);
  expect(first.vectors).toHaveLength(4 * first.dimensions);

  const [cached] = (await fs.readdir(options.cacheDir)).map((name) => path.join(options.cacheDir, name));
  await fs.rename(cached as string, `${cached}.partial`);
  await fs.truncate(`${cached}.partial`, 2 * first.dimensions * 4 + 100);
  const embedded: number[] = [];
  expect(await loadCaptionVectors(file, { ...options, onProgress: (done) => embedded.push(done) })).toEqual(first);
  expect(embedded).toEqual([4]);
  await loadCaptionVectors(file, { ...options, onProgress: (done) => embedded.push(done) });
  expect(embedded).toEqual([4]);
});
