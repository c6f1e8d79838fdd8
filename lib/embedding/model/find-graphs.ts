import fs from "node:fs/promises";
import path from "node:path";
import type { ModelGraphs } from "../stored-model";
import { modelFault } from "./model-fault";
import { findFile, isFile } from "./model-folder";

const exportMend = "Export it to ONNX (docs/models.md says how), or take a model whose page lists onnx/model.onnx";

/** Graphs in the folder and in its folder onnx/, relative to it. */
async function listGraphs(folder: string): Promise<string[]> {
  const lists = await Promise.all(["", "onnx"].map(async (part) => (await fs.readdir(path.join(/* turbopackIgnore: true */ folder, part)).catch(() => [])).map((name) => (part === "" ? name : `${part}/${name}`))));
  const graphs = lists.flat().filter((name) => name.endsWith(".onnx"));
  const files = await Promise.all(graphs.map((name) => isFile(path.join(/* turbopackIgnore: true */ folder, name))));
  return graphs.filter((_, i) => files[i]);
}

/**
 * model.onnx, or the one graph there is. Its float16 form is model_fp16.onnx.
 * @throws AppError `model_unavailable` where no graph, or none of several, is the one to take
 */
export async function findGraphs(folder: string): Promise<ModelGraphs> {
  const names = await listGraphs(folder);
  const [only, ...others] = names;
  if (only === undefined) throw modelFault(folder, "holds no ONNX graph (onnx/model.onnx or model.onnx)", { mend: exportMend });
  const cpu = (await findFile(folder, "model.onnx")) ?? (others.length === 0 ? path.join(folder, only) : null);
  if (!cpu) throw modelFault(folder, `holds no model.onnx, but ${names.join(", ")}`, { mend: "Name the one to use model.onnx" });
  return { cpu, portable: cpu, gpu: await findFile(folder, "model_fp16.onnx"), inspect: null };
}
