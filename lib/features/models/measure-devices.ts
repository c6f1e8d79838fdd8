import type { Device, DeviceChoice } from "@/lib/core/devices";
import type { TransferProgress } from "@/lib/core/download/transfer-meter";
import { readEnv } from "@/lib/core/env";
import { tryAllDevices } from "@/lib/embedding/device/choose-device";
import { prepareDatabase } from "@/lib/features/setup/prepare-database";
import { chooseModel } from "./choose-model";
import type { EncoderWish } from "./encoder-wish";

interface MeasureOptions {
  dataDir?: string;
  signal?: AbortSignal;
  onDownload?: (progress: TransferProgress) => void;
  /** Told of each device before it is tried. */
  onTry?: (device: Device) => void;
}

export interface DeviceMeasurements extends DeviceChoice {
  model: string;
}

/**
 * What every device of this machine does with a model, and which an ingest would take.
 * @throws AppError as chooseModel
 */
export async function measureDevices(wish: Pick<EncoderWish, "model" | "settings" | "workers">, { dataDir = readEnv().dataDir, signal, onDownload, onTry }: MeasureOptions = {}): Promise<DeviceMeasurements> {
  const { db } = await prepareDatabase(dataDir);
  const { stored } = await chooseModel(db, wish, { dataDir, signal, onDownload });
  return { model: stored.identity.name, ...(await tryAllDevices(stored, { workers: wish.workers, signal, onTry })) };
}
