import type { DeviceChoice } from "@/lib/core/devices";
import type { Database } from "@/lib/database/client";
import { countPending, readPending, saveEmbeddings } from "@/lib/database/embeddings";
import { saveJobDevice } from "@/lib/database/jobs";
import { moveChoice } from "@/lib/embedding/device/settle-choice";
import type { PreparedEncoder } from "@/lib/features/models/prepared-encoder";
import type { ProgressMeter } from "@/lib/features/jobs/progress-meter";

/** Captions embedded and saved together: at a kill, a handful of such chunks has to be embedded again. */
export const CHUNK = 1024;
/** The same for a GPU, which wants several large batches a chunk, each of captions of like length. */
const GPU_CHUNK = 4096;

interface EmbedOptions {
  jobId: number;
  modelId: number;
  meter: ProgressMeter;
  signal: AbortSignal;
  /** Told how the device was chosen, before anything is embedded. */
  onDevice: (choice: DeviceChoice) => void;
  /** Told, for people, of what fails and what follows from it. */
  onNotice: (message: string) => void;
}

interface Embedded {
  count: number;
  /** Captions a second; null where there was nothing to embed. */
  rate: number | null;
  /** What embedded at the end; null where there was nothing to embed. */
  device: string | null;
  choice: DeviceChoice | null;
}

/** Embeds every caption that has no vector of this model for its present text, whichever file it came from. */
export async function embedCaptions(db: Database, encoder: PreparedEncoder, { jobId, modelId, meter, signal, onDevice, onNotice }: EmbedOptions): Promise<Embedded> {
  const total = await countPending(db, modelId);
  if (total === 0) return { count: 0, rate: null, device: null, choice: null };
  meter.begin("device", null);
  let reason = "it failed";
  const opened = await encoder.open({ count: total, onNotice: (notice) => onNotice((reason = notice)) });
  const { embedder } = opened;
  let { choice } = opened;
  await saveJobDevice(db, jobId, JSON.stringify(choice));
  onDevice(choice);
  meter.begin("embed", total, { device: embedder.device });
  let done = 0;
  for await (const { items, vectors } of embedder.embedStream(readPending(db, modelId, embedder.device === "cpu" ? CHUNK : GPU_CHUNK), ({ text }) => text, { signal })) {
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
