import fs from "node:fs/promises";
import path from "node:path";
import { downloadFile } from "@/lib/core/download/download-file";
import { TransferMeter, type TransferProgress } from "@/lib/core/download/transfer-meter";
import { readEnv } from "@/lib/core/env";
import { AppError } from "@/lib/core/errors";
import { chooseFiles } from "./choose-files";
import { authorization, listHubFiles, type HubFile, type HubModel } from "./hub-listing";
import { mendFor } from "./hub-mend";
import { readHubRecord, writeHubRecord, type HubRecord } from "./hub-record";
import { checkModelId, modelFolderName } from "./model-id";

interface FetchModelOptions {
  dataDir?: string;
  /** A branch, a tag or a commit. */
  revision?: string;
  /** Fetches the graph in half precision too, where there is one. */
  gpu?: boolean;
  signal?: AbortSignal;
  onProgress?: (progress: TransferProgress) => void;
  /** Called before the first request for a file that is not there: the whole model's size in bytes and its page. */
  announce?: (model: { id: string; commit: string; bytes: number; page: string }) => void;
  endpoint?: string;
  token?: string | null;
  /** Seconds before a broken connection is tried again. */
  pause?: number;
}

/** What a fetch brings: the files of one commit. */
interface Plan {
  commit: string;
  files: HubFile[];
  /** Whether the graph for GPUs is among them, where there is one. */
  gpu: boolean;
}

/**
 * An ONNX sentence model of the Hugging Face hub in `<dataDir>/models/<owner>--<name>`: its graph, tokenizer and configuration, each file checked.
 * The commit is kept: once fetched, the model stays as it is and needs no network. An interrupted fetch goes on, and until its end there is no hub.json.
 * @returns the folder
 * @throws AppError `invalid_parameter` for what is no model's name; `model_unavailable` where it has no ONNX graph; `download_failed` saying what was wanted, from where, and what to do; `cancelled`; `disk_full`
 */
export async function fetchHubModel(id: string, options: FetchModelOptions = {}): Promise<string> {
  checkModelId(id);
  const { dataDir = readEnv().dataDir, revision = "main", gpu = false, endpoint = readEnv().hubEndpoint, token = readEnv().hubToken } = options;
  const model: HubModel = { id, revision, endpoint, token };
  const folder = path.join(dataDir, "models", modelFolderName(id, revision));
  const record = await readHubRecord(folder);
  const plan = record && (record.gpu || !gpu) ? recordedPlan(record) : await planAnew({ ...model, revision: record?.commit ?? revision }, gpu, record, options);
  const files = await fetchFiles(model, plan, folder, options);
  const fetched: HubRecord = { id, commit: plan.commit, endpoint: record?.endpoint ?? endpoint, gpu: plan.gpu, files };
  if (JSON.stringify(fetched) !== JSON.stringify(record)) await writeHubRecord(folder, fetched);
  return folder;
}

/** The files of an earlier fetch: those that are there and right cost no request. */
function recordedPlan({ commit, files, gpu }: HubRecord): Plan {
  return { commit, gpu, files: Object.entries(files).map(([name, digest]) => ({ path: name, ...digest, gitBlob: null })) };
}

/** Without a network a model that is there does without its graph for GPUs. */
async function planAnew(model: HubModel, gpu: boolean, record: HubRecord | null, options: FetchModelOptions): Promise<Plan> {
  try {
    return await makePlan(model, gpu, options);
  } catch (error) {
    if (record && error instanceof AppError && error.code === "download_failed") return recordedPlan(record);
    throw error;
  }
}

async function makePlan(model: HubModel, gpu: boolean, options: FetchModelOptions): Promise<Plan> {
  const { commit, files } = await listHubFiles(model, options);
  return { commit, gpu, files: chooseFiles(files, model, gpu) };
}

async function fetchFiles(model: HubModel, { commit, files }: Plan, folder: string, { signal, pause, onProgress, announce }: FetchModelOptions): Promise<HubRecord["files"]> {
  const bytes = files.reduce((sum, file) => sum + (file.bytes ?? 0), 0);
  const meter = new TransferMeter((progress) => onProgress?.(progress));
  meter.begin(model.id);
  const fetched: HubRecord["files"] = {};
  let before = 0;
  let announced = false;
  await fs.mkdir(folder, { recursive: true });
  for (const file of files) {
    const onStart = () => {
      if (!announced) announce?.({ id: model.id, commit, bytes, page: `${model.endpoint}/${model.id}` });
      announced = true;
    };
    const digest = await downloadFile({
      url: `${model.endpoint}/${model.id}/resolve/${commit}/${file.path}`,
      to: path.join(folder, file.path),
      expected: { bytes: file.bytes ?? undefined, sha256: file.sha256 ?? undefined, gitBlob: file.gitBlob ?? undefined },
      headers: authorization(model),
      signal,
      pause,
      onStart,
      onProgress: (done) => meter.advanceTo(before + done, bytes),
      mend: (problem) => mendFor(model, problem),
    });
    before += file.bytes ?? 0;
    fetched[file.path] = { bytes: digest.bytes, sha256: digest.sha256 };
  }
  return fetched;
}
