import { expect, it } from "vitest";
import { useOwnData } from "./use-own-data";
import { runSwaps } from "./swap-run";

const ownData = useOwnData();

it("20 searches a second all along a re-index, two activations and two rollbacks: none fails, none mixes generations", async () => {
  const data = await ownData();
  data.startWorker();
  await data.ingest(60);
  const { failures, mixed, generations, searches } = await runSwaps(data.dataDir, await data.startServer(), { seconds: 1 });
  expect(failures).toEqual([]);
  expect(mixed).toEqual([]);
  expect(Object.keys(generations)).toHaveLength(2);
  expect(searches).toBeGreaterThan(60);
});
