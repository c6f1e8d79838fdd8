import { workerData } from "node:worker_threads";
import { row } from "@/lib/core/vector";
import { HnswIndex } from "./hnsw-index";
import { asked, type NearestTask } from "./nearest-types";

// The body of a thread that asks the index, some rows at a time, for as long as there are any.
const AT_ONCE = 64;

const task = workerData as NearestTask;
const { vectors, shape, rows, among, k, ef, neighbours, distances, progress } = task;
const count = asked(task);

function ask(index: HnswIndex, i: number): void {
  const own = rows ? rows[i]! : i;
  // One more, as a row mostly finds itself.
  const found = index.search(row(vectors, own, shape.dimensions), k + 1, ef, among ? (other) => among[other] === 1 : undefined);
  let at = i * k;
  for (let j = 0; j < found.rows.length && at < (i + 1) * k; j++) {
    if (found.rows[j] === own) continue;
    neighbours[at] = found.rows[j]!;
    distances[at++] = Math.max(0, 1 - found.scores[j]!);
  }
}

async function work(): Promise<void> {
  const index = await HnswIndex.load(task.file, shape);
  for (;;) {
    const first = Atomics.add(progress, 0, AT_ONCE);
    if (first >= count) return;
    const end = Math.min(first + AT_ONCE, count);
    for (let i = first; i < end; i++) ask(index, i);
    Atomics.add(progress, 1, end - first);
  }
}

void work();
