import { AppError } from "@/lib/core/errors";
import { normaliseRows } from "@/lib/core/vector";
import type { EncoderSetup } from "./encoder-setup";
import { findPieceOutput } from "./find-piece-output";
import { openSession } from "./onnx-session";
import { poolTokens } from "./pool-tokens";
import type { TokenRows } from "./token-rows";

/** Token ids → vectors, one batch at a time. */
export interface BatchEncoder {
  /**
   * @param padId fills the shorter rows
   * @returns rows × dimensions values of their own memory, row-major, every row of length 1
   */
  run: (rows: TokenRows, padId: number) => Promise<Float32Array<ArrayBuffer>>;
  /** The last vectors of each row's own ids, ids × dimensions, row-major; null where the graph does not give them. */
  runPieces: (rows: TokenRows, padId: number) => Promise<Float32Array[] | null>;
  close: () => Promise<void>;
}

/** Rows of ids, filled up to the longest with padding that the mask hides. The first segment alone is used, so its type is 0. */
export function toFeeds(rows: TokenRows, padId: number, inputs: ReadonlySet<string>): { feeds: Record<string, BigInt64Array>; shape: [number, number] } {
  const width = Math.max(...rows.map((ids) => ids.length));
  const ids = new BigInt64Array(rows.length * width).fill(BigInt(padId));
  const mask = new BigInt64Array(rows.length * width);
  rows.forEach((row, r) => {
    for (let i = 0; i < row.length; i++) ids[r * width + i] = BigInt(row[i] as number);
    mask.fill(1n, r * width, r * width + row.length);
  });
  const feeds: Record<string, BigInt64Array> = { input_ids: ids, attention_mask: mask };
  if (inputs.has("token_type_ids")) feeds.token_type_ids = new BigInt64Array(rows.length * width);
  return { feeds, shape: [rows.length, width] };
}

/** @throws AppError `model_unavailable` where the graph cannot be started on the device */
export async function openBatchEncoder({ graph, device, threads, output, dimensions }: EncoderSetup): Promise<BatchEncoder> {
  const session = await openSession(graph, { device, threads });
  const inputs = new Set(session.inputs.map(({ name }) => name));
  const pieceOutput = findPieceOutput(session.outputs, output);
  return {
    run: async (rows, padId) => {
      const { feeds, shape } = toFeeds(rows, padId, inputs);
      const { data } = await session.run(feeds, shape, output.name);
      const expected = rows.length * dimensions * (output.pooling ? shape[1] : 1);
      if (data.length !== expected) throw new AppError("internal", `The encoder gave ${data.length} values for ${rows.length} texts, not ${expected}.`);
      // Memory that belongs to the runtime cannot be handed to another thread.
      const vectors = output.pooling ? poolTokens(data, rows.map(({ length }) => length), shape[1], dimensions, output.pooling) : new Float32Array(data);
      return normaliseRows(vectors, dimensions) as Float32Array<ArrayBuffer>;
    },
    runPieces: async (rows, padId) => {
      if (pieceOutput === null) return null;
      const { feeds, shape } = toFeeds(rows, padId, inputs);
      const { data } = await session.run(feeds, shape, pieceOutput);
      const width = shape[1] * dimensions;
      return rows.map(({ length }, r) => data.slice(r * width, r * width + length * dimensions));
    },
    close: () => session.close(),
  };
}
