import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { runProcess } from "./setup/run-process.mjs";

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "kotomap-commands-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** @returns what the command prints as JSON; its exit code where it fails */
async function kotomap<T>(script: string, ...args: string[]): Promise<T> {
  const { code, stdout, output } = await runProcess(process.execPath, ["--import", "tsx", `scripts/${script}.ts`, ...args, "--json"], { env: { KOTOMAP_DATA_DIR: path.join(folder, "data"), NO_COLOR: "1" } });
  if (code !== 0 && !stdout.includes('"error"')) throw new Error(output);
  return JSON.parse(stdout.trim().split("\n").at(-1) ?? "") as T;
}

interface Sources {
  sources: { id: number; captions: number; removedAt: string | null }[];
}

const csv = async (name: string, rows: string[]) => {
  const file = path.join(folder, name);
  await writeFile(file, `image_id,caption,language\n${rows.join("\n")}\n`);
  return file;
};

it("a query is pinned and asked of the next generation; a source goes, and comes back when it is restored", async () => {
  await kotomap("ingest", await csv("dogs.csv", ["1,a dog runs on the beach,en", "1,浜辺を犬が走る,ja"]), "--collection", "mine");
  await kotomap("golden", "pin", "海辺の犬", "mine/1");
  await kotomap("ingest", await csv("trains.csv", ["2,a red train waits at the station,en", "2,赤い電車が駅に止まっている,ja"]), "--collection", "mine");
  const { queries } = await kotomap<{ queries: { id: number; text: string }[] }>("golden", "list");
  expect(queries.map(({ text }) => text)).toEqual(["海辺の犬"]);
  expect(await kotomap("reindex", "--full")).toMatchObject({ gate: { passed: true, pinned: { queries: 1 } } });
  await kotomap("golden", "unpin", String(queries[0]?.id));

  const { sources } = await kotomap<Sources>("source", "list");
  const trains = String(sources.map(({ id }) => id).sort((a, b) => a - b).at(-1));
  expect(await kotomap("source", "remove", trains)).toMatchObject({ captionsInIndex: 2, gate: { passed: true, pinned: null } });
  await kotomap("source", "restore", trains);
  expect(await kotomap("reindex")).toMatchObject({ captionsInIndex: 4, embedded: 0 });
  expect((await kotomap<Sources>("source", "list")).sources.map(({ removedAt }) => removedAt)).toEqual([null, null]);
});
