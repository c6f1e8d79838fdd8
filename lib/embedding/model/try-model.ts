import { openSession, type OnnxSession } from "../onnx-session";
import type { Pooling, VectorOutput } from "../stored-model";
import { loadTokenizer } from "../tokenizer";
import type { TokenizerSetup } from "../tokenizer-setup";
import { checkInputs } from "./check-inputs";
import { chooseOutput } from "./choose-output";
import type { PoolingAdvice } from "./find-pooling";
import { modelFault } from "./model-fault";

interface Parts {
  folder: string;
  graph: string;
  tokenizer: TokenizerSetup;
  advice: PoolingAdvice;
  /** The pooling that a person asks for. */
  given: Pooling | undefined;
}

/** What a graph turned out to give. */
interface TriedModel {
  output: VectorOutput;
  /** Length of its vectors. */
  dimensions: number;
}

const SAMPLE = "海で遊ぶ犬 Dog at play by the sea";
const ROWS = 2;
const again = "Get it again, or export it again with training/export_model.py";
const reason = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** Vectors of a small batch. @returns their length */
async function computeSample({ inputs, run }: OnnxSession, ids: readonly number[], { name, pooling }: VectorOutput): Promise<number> {
  const row = BigInt64Array.from([...ids, ...ids], BigInt);
  const feeds = Object.fromEntries(inputs.map((input) => [input.name, input.name === "input_ids" ? row : new BigInt64Array(row.length).fill(input.name === "attention_mask" ? 1n : 0n)]));
  const { data, shape } = await run(feeds, [ROWS, ids.length], name);
  const dimensions = shape.at(-1) ?? 0;
  if (data.length === 0 || data.length !== ROWS * (pooling ? ids.length : 1) * dimensions) throw new Error(`${name} has the shape ${shape.join(" × ")} for ${ROWS} texts of ${ids.length} tokens`);
  if (!data.every(Number.isFinite)) throw new Error(`${name} has values that are no numbers`);
  return dimensions;
}

/**
 * Opens graph and tokenizer, and computes two vectors: what a model's files say is not always what it does.
 * @throws AppError `model_unavailable` or `invalid_parameter`
 */
export async function tryModel({ folder, graph, tokenizer: setup, advice, given }: Parts): Promise<TriedModel> {
  const tokenizer = await loadTokenizer(setup);
  const session = await openSession(graph, { plain: true }).catch((cause: unknown) => {
    throw modelFault(graph, `is no graph that ONNX Runtime can open, or it is cut off (${reason(cause)})`, { mend: again, cause });
  });
  try {
    checkInputs(folder, session.inputs);
    const output = chooseOutput(folder, session.outputs, advice, given);
    const dimensions = await computeSample(session, tokenizer.encode(SAMPLE), output).catch((cause: unknown) => {
      throw modelFault(graph, `does not compute a small batch of texts (${reason(cause)})`, { mend: again, cause });
    });
    return { output, dimensions };
  } finally {
    await session.close();
  }
}
