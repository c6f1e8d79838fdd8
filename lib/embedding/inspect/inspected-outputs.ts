import { findPieceOutput } from "../find-piece-output";
import type { ValueShape } from "../onnx-session";
import type { StoredModel } from "../stored-model";

/** Names of the outputs of a graph that tell of its inside. */
export interface InspectedOutputs {
  /** hidden_0 … hidden_n; none where the graph does not tell. */
  hidden: string[];
  /** attention_0 …; none where the graph does not tell. */
  attention: string[];
  /** Vectors of tokens, null where there are none. */
  tokens: string | null;
  /** The output that the model's vectors are made of. */
  vector: string;
}

/** The outputs `<prefix>0`, `<prefix>1`, … as far as they go without a gap. */
function numbered(names: ReadonlySet<string>, prefix: string): string[] {
  const found: string[] = [];
  while (names.has(prefix + String(found.length))) found.push(prefix + String(found.length));
  return found;
}

export function findInspectedOutputs(outputs: readonly ValueShape[], { output }: Pick<StoredModel, "output">): InspectedOutputs {
  const names = new Set(outputs.map(({ name }) => name));
  return { hidden: numbered(names, "hidden_"), attention: numbered(names, "attention_"), tokens: findPieceOutput(outputs, output), vector: output.name };
}
