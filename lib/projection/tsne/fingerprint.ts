import type { NeighbourGraph } from "../neighbours/neighbour-graph";
import type { TsneParameters } from "./parameters";

/** FNV-1a over 32-bit words: tells data apart that were not made to be confused. */
function mixWords(hash: number, words: Int32Array): number {
  let mixed = hash;
  for (let i = 0; i < words.length; i++) mixed = Math.imul(mixed ^ words[i]!, 0x01000193);
  return mixed;
}

const wordsOf = (array: Float32Array | Float64Array) => new Int32Array(array.buffer, array.byteOffset, array.byteLength / 4);

/** Says in 16 hexadecimal digits what a layout is computed from. */
export function fingerprint(graph: NeighbourGraph, k: number, initial: Float64Array | null, parameters: TsneParameters): string {
  const settings = Int32Array.from(JSON.stringify([graph.count, graph.k, k, ...Object.entries(parameters).sort()]), (character) => character.charCodeAt(0));
  const data = mixWords(mixWords(0x811c9dc5, graph.neighbours), wordsOf(graph.distances));
  const start = mixWords(mixWords(0x811c9dc5, settings), initial ? wordsOf(initial) : new Int32Array(0));
  return [data, start].map((hash) => (hash >>> 0).toString(16).padStart(8, "0")).join("");
}
