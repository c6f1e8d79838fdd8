import { InferenceSession, Tensor, listSupportedBackends } from "onnxruntime-node";
import type { Device } from "@/lib/core/devices";
import { AppError } from "@/lib/core/errors";
import { hasVnni } from "./has-vnni";
import { widenHalves } from "./widen-halves";

/** Name, element type ("int64", "float32", …) and shape of an input or output; a free dimension has a name instead of a size. */
export interface ValueShape {
  name: string;
  type: string;
  shape: readonly (number | string)[];
}

/** Values of one output, row-major. */
export interface OutputValues {
  data: Float32Array;
  shape: readonly number[];
}

/** A graph that is ready to compute. */
export interface OnnxSession {
  inputs: ValueShape[];
  outputs: ValueShape[];
  /**
   * Computes on the calling thread and `threads` − 1 others; the promise is for convention.
   * @param feeds integers of each input, rows × width, as 64-bit integers
   */
  run: (feeds: Record<string, BigInt64Array>, shape: readonly [rows: number, width: number], output: string) => Promise<OutputValues>;
  /** The same for several outputs, in their order. */
  runAll: (feeds: Record<string, BigInt64Array>, shape: readonly [rows: number, width: number], outputs: readonly string[]) => Promise<OutputValues[]>;
  close: () => Promise<void>;
}

interface SessionOptions {
  device?: Device;
  /** Threads that compute on the CPU. */
  threads?: number;
  /** Only to look at: skips what makes it fast. */
  plain?: boolean;
}

/** The runtime writes its own warnings to stderr: what goes wrong is thrown as well, and told once. */
const ERRORS_ONLY = 3;
const FATAL_ONLY = 4;

function toValueShapes(metadata: readonly InferenceSession.ValueMetadata[]): ValueShape[] {
  return metadata.map((value) => (value.isTensor ? { name: value.name, type: value.type, shape: value.shape } : { name: value.name, type: "no tensor", shape: [] }));
}

function toTensor(type: string, values: BigInt64Array, shape: readonly number[]): Tensor {
  return type === "int32" ? new Tensor("int32", Int32Array.from(values, Number), shape) : new Tensor("int64", values, shape);
}

async function create(graph: string, { device = "cpu", threads = 1, plain = false }: SessionOptions): Promise<InferenceSession> {
  const options: InferenceSession.SessionOptions = {
    executionProviders: [device],
    graphOptimizationLevel: plain ? "disabled" : "all",
    intraOpNumThreads: threads,
    logSeverityLevel: device === "cpu" ? ERRORS_ONLY : FATAL_ONLY,
    // Processors with AVX2 and without VNNI would cut off sums of int8 products: the same text had other vectors there (cosine down to 0.986).
    // With VNNI the option changes no bit, and costs two fifths of the speed.
    extra: hasVnni() ? {} : { session: { x64quantprecision: "1" } },
  };
  try {
    return await InferenceSession.create(graph, options);
  } catch (cause) {
    throw new AppError("model_unavailable", `The encoder cannot be started from ${graph} on ${device}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

function toOutputValues(name: string, value: Tensor | undefined): OutputValues {
  if (value?.type === "float16") return { data: widenHalves(value.data as Uint16Array), shape: value.dims };
  if (!(value?.data instanceof Float32Array)) throw new AppError("internal", `The encoder gave no float values as ${name}.`);
  return { data: value.data, shape: value.dims };
}

/**
 * @param graph path of an ONNX graph
 * @throws AppError `model_unavailable` naming graph, device and cause
 */
export async function openSession(graph: string, options: SessionOptions = {}): Promise<OnnxSession> {
  const session = await create(graph, options);
  const inputs = toValueShapes(session.inputMetadata);
  const typeOf = new Map(inputs.map(({ name, type }) => [name, type]));
  const runAll: OnnxSession["runAll"] = async (feeds, shape, outputs) => {
    const tensors = Object.fromEntries(Object.entries(feeds).map(([name, values]) => [name, toTensor(typeOf.get(name) ?? "int64", values, shape)]));
    const values = await session.run(tensors, [...outputs]);
    return outputs.map((name) => toOutputValues(name, values[name]));
  };
  return {
    inputs,
    outputs: toValueShapes(session.outputMetadata),
    run: async (feeds, shape, output) => (await runAll(feeds, shape, [output]))[0] as OutputValues,
    runAll,
    close: () => session.release(),
  };
}

/** Devices that this build of onnxruntime-node names, whether or not the machine has them. */
export function listBackends(): { name: string; bundled: boolean }[] {
  return listSupportedBackends();
}
