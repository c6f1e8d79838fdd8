import { type DeviceChoice, DEVICES, type DeviceWish } from "@/lib/core/devices";
import type { TransferProgress } from "@/lib/core/download/transfer-meter";
import type { Database } from "@/lib/database/client";
import { createBulkEmbedder } from "@/lib/embedding/bulk-embedder";
import { chooseDevice, listedDevices } from "@/lib/embedding/device/choose-device";
import { report } from "@/lib/embedding/device/device-trial";
import { createLocalEmbedder } from "@/lib/embedding/local-embedder";
import { chooseModel } from "./choose-model";
import type { EncoderWish } from "./encoder-wish";
import type { OpenedEncoder, PreparedEncoder, ToEmbed } from "./prepared-encoder";

/** Captions that the CPU embeds sooner than other devices are tried and threads are started. */
const FEW = 128;

interface PrepareOptions {
  dataDir: string;
  signal: AbortSignal;
  onDownload?: (progress: TransferProgress) => void;
}

/** The choice where trying devices would take longer than embedding. */
function chooseForFew(count: number): DeviceChoice {
  const reason = `it was not tried, as the CPU embeds ${count} captions sooner`;
  const others = DEVICES.filter((device) => device !== "cpu" && listedDevices().includes(device));
  return { wish: "auto", device: "cpu", reports: [...others.map((device) => report(device, "passed over", { reason })), report("cpu", "taken")] };
}

/**
 * Chooses the model, and what embeds with it once it is known how much there is to embed.
 * @throws AppError as chooseModel; `device_unavailable` for a named device that cannot be used, with the mend
 */
export async function prepareEncoder(db: Database, { device = "auto", workers, ...wish }: EncoderWish, { dataDir, signal, onDownload }: PrepareOptions): Promise<PreparedEncoder> {
  const { stored: model, reference, settings } = await chooseModel(db, { device, ...wish }, { dataDir, signal, onDownload });
  const choose = (wished: DeviceWish) => chooseDevice(model, wished, { workers, signal });
  // What a named device lacks is told before anything is read.
  const named = device === "auto" ? null : await choose(device);
  let opened: OpenedEncoder | null = null;
  async function open({ count, onNotice }: ToEmbed): Promise<OpenedEncoder> {
    const few = count <= FEW && workers === undefined && (device === "auto" || device === "cpu");
    if (few) return { embedder: await createLocalEmbedder({ model }), choice: named?.choice ?? chooseForFew(count) };
    const { choice, graph, scheme } = named ?? (await choose("auto"));
    return { embedder: createBulkEmbedder({ model, device: choice.device, graph, scheme, workers, onNotice }), choice };
  }
  return {
    model,
    reference,
    settings,
    open: async (work) => {
      await opened?.embedder.close();
      return (opened = await open(work));
    },
    close: async () => opened?.embedder.close(),
  };
}
