import type { ValueShape } from "./onnx-session";
import type { VectorOutput } from "./stored-model";

const PIECE_OUTPUTS = ["token_embeddings", "last_hidden_state"];

/** The output of a graph that has the last vectors of pieces (batch × sequence × dimensions); null where there is none. */
export function findPieceOutput(outputs: readonly ValueShape[], { name, pooling }: VectorOutput): string | null {
  if (pooling) return name;
  const names = new Set(outputs.map((output) => output.name));
  return PIECE_OUTPUTS.find((known) => names.has(known)) ?? null;
}
