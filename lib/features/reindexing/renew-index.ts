import { saveModel } from "@/lib/database/models";
import type { DeviceChoice } from "@/lib/core/devices";
import type { ModelIdentity } from "@/lib/embedding/embedder";
import type { JobContext } from "@/lib/features/jobs/job-context";
import type { PreparedEncoder } from "@/lib/features/models/prepared-encoder";
import { buildIndex } from "./build-index";
import { embedCaptions } from "./embed-captions";
import type { GateReport, ReindexRequest } from "./reindex-types";

/** What a renewal is told besides the job it runs in. */
export interface RenewOptions {
  encoder: PreparedEncoder;
  /** Length of the generation's vectors. */
  dimensions: number;
  request: Omit<ReindexRequest, "encoder">;
  /** Told how the device was chosen, before anything is embedded. */
  onDevice?: (choice: DeviceChoice) => void;
}

export interface Renewal {
  embedded: { count: number; rate: number | null; device: string | null; choice: DeviceChoice | null };
  index: { id: string | null; isNew: boolean; count: number };
  gate: GateReport | null;
  /** What failed on the way and what followed from it, for people. */
  notices: string[];
}

const pick = ({ name, sha256, dimensions }: ModelIdentity) => ({ name, sha256, dimensions });

/** Embeds what has no vector yet and brings the index up to date. */
export async function renewIndex({ db, dataDir, jobId, meter, signal, log }: JobContext, { encoder, dimensions, onDevice = () => undefined }: RenewOptions): Promise<Renewal> {
  const { identity } = encoder.model;
  const notices: string[] = [];
  const modelId = await saveModel(db, { ...pick(identity), reference: JSON.stringify(encoder.reference), settings: JSON.stringify(encoder.settings) });
  const onNotice = (message: string) => {
    notices.push(message);
    log(message, "warn");
  };
  const embedded = await embedCaptions(db, encoder, { jobId, modelId, meter, signal, onDevice, onNotice });
  const index = await buildIndex(db, { dataDir, modelId, model: identity, dimensions, device: embedded.device, meter, signal });
  return { embedded, index, gate: null, notices };
}
