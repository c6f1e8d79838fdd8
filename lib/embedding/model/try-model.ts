import { toFeeds } from "../batch-encoder";
import { openSession, type OnnxSession } from "../onnx-session";
import type { Pooling, VectorOutput } from "../stored-model";
import { loadTokenizer, type TextTokenizer } from "../tokenizer";
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

/** Of different lengths, so that the shorter one is filled up. */
const SAMPLE = ["海で遊ぶ犬 Dog at play by the sea", "犬"] as const;
const again = "Get it again, or export it again with training/export_model.py";
const reason = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** Vectors of a small batch. @returns their length */
async function computeSample({ inputs, run }: OnnxSession, tokenizer: TextTokenizer, { name, pooling }: VectorOutput): Promise<number> {
  const rows = SAMPLE.map((text) => tokenizer.encode(text));
  const { feeds, shape: size } = toFeeds(rows, tokenizer.padId, new Set(inputs.map((input) => input.name)));
  const { data, shape } = await run(feeds, size, name);
  const dimensions = shape.at(-1) ?? 0;
  if (data.length === 0 || data.length !== rows.length * (pooling ? size[1] : 1) * dimensions) throw new Error(`${name} has the shape ${shape.join(" × ")} for ${rows.length} texts of at most ${size[1]} tokens`);
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
    const dimensions = await computeSample(session, tokenizer, output).catch((cause: unknown) => {
      throw modelFault(graph, `does not compute a small batch of texts (${reason(cause)})`, { mend: again, cause });
    });
    return { output, dimensions };
  } finally {
    await session.close();
  }
}
