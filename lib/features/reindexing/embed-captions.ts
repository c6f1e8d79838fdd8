import type { DeviceChoice } from "@/lib/core/devices";
import type { CorpusSlice } from "@/lib/database/corpus";
import { countPending, readPending, saveEmbeddings } from "@/lib/database/embeddings";
import { saveJobDevice } from "@/lib/database/jobs";
import { moveChoice } from "@/lib/embedding/device/settle-choice";
import type { JobContext } from "@/lib/features/jobs/job-context";
import type { PreparedEncoder } from "@/lib/features/models/prepared-encoder";

/** Captions embedded and saved together: at a kill, a handful of such chunks has to be embedded again. */
export const CHUNK = 1024;
/** The same for a GPU, which wants several large batches a chunk, each of captions of like length. */
const GPU_CHUNK = 4096;

interface EmbedOptions {
  modelId: number;
  slice: CorpusSlice;
  /** Told how the device was chosen, before anything is embedded. */
  onDevice: (choice: DeviceChoice) => void;
  /** Told, for people, of what fails and what follows from it. */
  onNotice: (message: string) => void;
}

export interface Embedded {
  count: number;
  /** Captions a second; null where there was nothing to embed. */
  rate: number | null;
  /** What embedded at the end; null where there was nothing to embed. */
  device: string | null;
  choice: DeviceChoice | null;
}

export const NOTHING_EMBEDDED: Embedded = { count: 0, rate: null, device: null, choice: null };

/** Embeds every caption of the slice that has no vector of this model for its present text, whichever file it came from. */
export async function embedCaptions({ db, jobId, meter, signal }: Pick<JobContext, "db" | "jobId" | "meter" | "signal">, encoder: PreparedEncoder, { modelId, slice, onDevice, onNotice }: EmbedOptions): Promise<Embedded> {
  const total = await countPending(db, modelId, slice);
  if (total === 0) return NOTHING_EMBEDDED;
  meter.begin("device", null);
  let reason = "it failed";
  const opened = await encoder.open({ count: total, onNotice: (notice) => onNotice((reason = notice)) });
  const { embedder } = opened;
  let { choice } = opened;
  await saveJobDevice(db, jobId, JSON.stringify(choice));
  onDevice(choice);
  meter.begin("embed", total, { device: embedder.device });
  let done = 0;
  const pending = readPending(db, modelId, embedder.device === "cpu" ? CHUNK : GPU_CHUNK, slice);
  for await (const { items, vectors } of embedder.embedStream(pending, ({ text }) => text, { signal })) {
    await saveEmbeddings(db, modelId, items, vectors);
    if (embedder.device !== choice.device) {
      choice = moveChoice(choice, embedder.device, reason);
      await saveJobDevice(db, jobId, JSON.stringify(choice));
      meter.moveTo(embedder.device);
    }
    meter.advanceTo((done += items.length));
  }
  return { count: done, rate: meter.end(), device: embedder.device, choice };
}

/** What two rounds embedded, as one: captions that arrived during a build are embedded in a second one. */
export function addEmbedded(first: Embedded, second: Embedded): Embedded {
  if (second.count === 0) return first;
  if (first.count === 0) return second;
  const seconds = [first, second].reduce((sum, { count, rate }) => sum + count / (rate ?? Infinity), 0);
  const count = first.count + second.count;
  return { count, rate: seconds > 0 ? count / seconds : null, device: second.device, choice: second.choice };
}
