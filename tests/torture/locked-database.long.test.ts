import { expect, it } from "vitest";
import { runLocked } from "./locked-run";
import { useOwnData } from "./use-own-data";

const ownData = useOwnData();

it("a database that another process locks for seconds in the midst of an ingest: searches are answered meanwhile, the ingest ends", async () => {
  const data = await ownData();
  data.startWorker();
  await data.ingest(10);
  const server = await data.startServer();
  expect(await runLocked(data, server, 4000)).toEqual({ jobState: "done", failures: [], health: "ok" });
});
