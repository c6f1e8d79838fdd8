import { writeFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { expect, it } from "vitest";
import { findDifferences, readDataState } from "./data-state";
import { ingestTask, submit, waitForEnd, waitWithin } from "./jobs";
import { useOwnData } from "./use-own-data";

const DAY = 24 * 60 * 60 * 1000;
const ownData = useOwnData();

it("a clock set back by a day in the midst of an ingest: it ends, the next one too, and searches take up what is newest", async () => {
  const data = await ownData();
  const clock = path.join(data.folder, "clock");
  const settings = { NODE_OPTIONS: `--import ${pathToFileURL(path.resolve("tests/torture/shifted-clock.mjs")).href}`, TORTURE_CLOCK: clock };
  await writeFile(clock, "0");
  data.startWorker(settings);
  const server = await data.startServer(settings);
  const id = await submit(data.db, ingestTask(await data.corpus({ images: 60 })));
  await waitWithin(data.db, id, 1500);
  await writeFile(clock, String(-DAY));
  expect(await waitForEnd(data.db, id)).toMatchObject({ state: "done", attempt: 1 });
  const first = await data.db.generation.findFirstOrThrow({ where: { state: "active" } });
  await server.waitForHealth(({ generation, status }) => generation === first.id && status === "ok");
  const second = await data.ingest(70);
  expect(second > first.id).toBe(true);
  await server.waitForHealth(({ generation, status }) => generation === second && status === "ok");
  const state = await readDataState(data.dataDir);
  expect(findDifferences(state, { ...state, leftovers: [] })).toEqual([]);
  expect(state.captions.size).toBe(650);
});
