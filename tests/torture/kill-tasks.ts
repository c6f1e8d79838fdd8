import path from "node:path";
import { ingestTask, reindexTask, type Task } from "./jobs";
import { writeCorpus } from "./corpus";

/** An ingest, a re-index that builds the graph anew, an ingest that changes and adds captions, a re-index that cuts the vectors. */
export async function killTasks(folder: string, images: number): Promise<Task[]> {
  const first = await writeCorpus(path.join(folder, "captions.jsonl"), { images });
  // The same source: its name is what makes a second import one of the same captions.
  const later = await writeCorpus(path.join(folder, "later", "captions.jsonl"), { images: images + Math.ceil(images / 4), changed: 0.2, mark: " in the evening" });
  return [ingestTask(first), reindexTask({ hnsw: { m: 24 }, full: true, force: true }), ingestTask(later), reindexTask({ encoder: { dimensions: 128, device: "cpu" }, force: true })];
}
