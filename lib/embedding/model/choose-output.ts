import { AppError } from "@/lib/core/errors";
import type { ValueShape } from "../onnx-session";
import type { Pooling, VectorOutput } from "../stored-model";
import type { PoolingAdvice } from "./find-pooling";
import { modelFault } from "./model-fault";

const TEXT_NAMES = ["sentence_embedding", "sentence_embeddings"];
const TOKEN_NAMES = ["token_embeddings", "last_hidden_state"];
/** Of the right form, but no vector of a text's meaning: BERT's pooler is trained for another task, the others score classes or words. */
const NO_VECTORS = /^pooler_output$|logits|scores?$|prob|label|start|end/iu;
const FLOATS = new Set(["float32", "float16"]);

export const describeValues = (values: readonly ValueShape[]) => values.map(({ name, type, shape }) => `${name} (${type}, ${shape.join(" × ") || "no dimensions"})`).join(", ");

/** The output of this rank by one of the names, or else the only one that may hold vectors. */
function findOutput(outputs: readonly ValueShape[], rank: number, names: readonly string[]): { named: ValueShape | undefined; only: ValueShape | undefined } {
  const fitting = outputs.filter(({ name, type, shape }) => FLOATS.has(type) && shape.length === rank && !NO_VECTORS.test(name));
  const named = names.map((wanted) => fitting.find(({ name }) => name === wanted)).find((output) => output !== undefined);
  return { named, only: fitting.length === 1 ? fitting[0] : undefined };
}

function choosePooling(folder: string, output: ValueShape, advice: PoolingAdvice, given: Pooling | undefined): Pooling {
  if (advice.kind === "more") throw modelFault(folder, `computes on after its tokens (module ${advice.name} of modules.json), and its graph gives tokens only (${output.name})`, { mend: "Take a graph with an output sentence_embedding" });
  if (given) return given;
  if (advice.kind === "known") return advice.pooling;
  if (advice.kind === "other") throw modelFault(folder, `pools the vectors of its tokens in a way that Kotomap does not have: ${advice.name}`, { mend: "Take a graph with an output sentence_embedding, or try --pooling mean or --pooling cls" });
  throw modelFault(folder, "does not say how the vectors of its tokens become that of a text", { mend: "Give --pooling mean or --pooling cls, as its page says" });
}

/**
 * The output that becomes vectors: that of whole texts where there is one, else that of tokens with its pooling.
 * @param given the pooling that a person asks for
 * @throws AppError `model_unavailable` with the outputs listed, or naming the pooling; `invalid_parameter` where the graph pools by itself
 */
export function chooseOutput(folder: string, outputs: readonly ValueShape[], advice: PoolingAdvice, given?: Pooling): VectorOutput {
  const texts = findOutput(outputs, 2, TEXT_NAMES);
  const tokens = findOutput(outputs, 3, TOKEN_NAMES);
  const text = texts.named ?? (tokens.named ? undefined : texts.only);
  if (text && given) throw new AppError("invalid_parameter", `The model in ${folder} pools by itself (output ${text.name}): leave --pooling out.`, { field: "pooling" });
  if (text) return { name: text.name, pooling: null };
  const token = tokens.named ?? tokens.only;
  if (!token) throw modelFault(folder, `gives no vectors. Its outputs: ${describeValues(outputs)}`, { mend: "Take a model for sentence embeddings, with an output sentence_embedding (batch × dimensions) or last_hidden_state (batch × sequence × dimensions) of floats" });
  return { name: token.name, pooling: choosePooling(folder, token, advice, given) };
}
