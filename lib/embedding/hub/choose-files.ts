import { AppError } from "@/lib/core/errors";
import type { HubFile, HubModel } from "./hub-listing";

/** Files that say how texts become vectors: configuration, tokenizer, pooling and the layers behind it. */
const DESCRIBING = /^(config|tokenizer|tokenizer_config|special_tokens_map|modules|config_sentence_transformers|sentence_bert_config)\.json$|^vocab\.txt$|^\d+_\w+\/(config\.json|model\.safetensors)$/;

const GRAPHS = ["onnx/model.onnx", "model.onnx"];
const GPU_GRAPHS = ["onnx/model_fp16.onnx", "model_fp16.onnx"];

/** Files named in an error. */
const NAMED_FILES = 20;

/** A graph and the files beside it that hold its weights: model.onnx_data, model.onnx.data, … */
function withWeights(files: HubFile[], graphs: string[]): HubFile[] {
  const graph = graphs.find((name) => files.some(({ path }) => path === name));
  return graph === undefined ? [] : files.filter(({ path }) => path === graph || (path.startsWith(graph) && /^[._]\w+$/.test(path.slice(graph.length))));
}

/**
 * What is needed of a repository.
 * @param gpu whether the graph in half precision is wanted too, where there is one
 * @throws AppError `model_unavailable` where there is no ONNX graph or no tokenizer, listing what there is
 */
export function chooseFiles(files: HubFile[], { id, endpoint }: HubModel, gpu: boolean): HubFile[] {
  const missing = (what: string, mend: string) => new AppError("model_unavailable", `The model ${id} (${endpoint}/${id}) has no ${what}. It has: ${listNames(files)}. ${mend}`, { field: "model" });
  const graph = withWeights(files, GRAPHS);
  if (graph.length === 0) throw missing("ONNX graph (onnx/model.onnx)", "Export it with training/export_model.py and give the folder that it writes: --model /path/to/folder");
  const describing = files.filter(({ path }) => DESCRIBING.test(path));
  if (!describing.some(({ path }) => path === "tokenizer.json" || path === "vocab.txt")) throw missing("tokenizer (tokenizer.json)", "Give a model that has one, or a folder that holds both: --model /path/to/folder");
  return [...describing, ...graph, ...(gpu ? withWeights(files, GPU_GRAPHS) : [])];
}

function listNames(files: HubFile[]): string {
  const names = files.map(({ path }) => path).filter((name) => !name.startsWith("."));
  const more = names.length > NAMED_FILES ? ` and ${names.length - NAMED_FILES} more` : "";
  return names.length === 0 ? "no files" : names.slice(0, NAMED_FILES).join(", ") + more;
}
