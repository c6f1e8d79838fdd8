import type { DeviceChoice } from "@/lib/core/devices";
import type { TransferProgress } from "@/lib/core/download/transfer-meter";
import type { Database } from "@/lib/database/client";
import { createBulkEmbedder } from "@/lib/embedding/bulk-embedder";
import { chooseDevice } from "@/lib/embedding/device/choose-device";
import type { Embedder } from "@/lib/embedding/embedder";
import { chooseModel } from "./choose-model";
import type { EncoderWish } from "./encoder-wish";
import type { PreparedEncoder } from "./prepared-encoder";

interface PrepareOptions {
  dataDir: string;
  signal: AbortSignal;
  onDownload?: (progress: TransferProgress) => void;
}

/**
 * Chooses model and device for much text. Devices are tried while the caller does something else: what a wished-for device lacks is told
 * at once, "auto" is waited for when there is something to embed.
 * @throws AppError as chooseModel; `device_unavailable` for a named device, with the mend
 */
export async function prepareEncoder(db: Database, wish: EncoderWish, { dataDir, signal: outer, onDownload }: PrepareOptions): Promise<PreparedEncoder> {
  const { stored, reference, settings } = await chooseModel(db, wish, { dataDir, signal: outer, onDownload });
  const stop = new AbortController();
  const { device = "auto", workers } = wish;
  const choosing = chooseDevice(stored, device, { workers, signal: AbortSignal.any([outer, stop.signal]) });
  choosing.catch(() => undefined);
  if (device !== "auto") await choosing;
  let embedder: Embedder | null = null;
  return {
    model: stored,
    reference,
    settings,
    open: async (onNotice): Promise<{ embedder: Embedder; choice: DeviceChoice }> => {
      const { choice, graph, scheme } = await choosing;
      embedder = createBulkEmbedder({ model: stored, device: choice.device, graph, scheme, workers, onNotice });
      return { embedder, choice };
    },
    close: async () => {
      stop.abort();
      await choosing.catch(() => undefined);
      await embedder?.close();
    },
  };
}
