import type { Embedder } from "@/lib/embedding/embedder";
import type { PreparedEncoder } from "@/lib/features/models/prepared-encoder";

/** An embedder that is open already, as an ingest takes one. */
export function preparedEncoder(embedder: Embedder): PreparedEncoder {
  return {
    model: { identity: embedder.model, dimensionChoices: [embedder.model.dimensions] },
    reference: { kind: "bundled", id: embedder.model.name },
    settings: {},
    open: () => Promise.resolve({ embedder, choice: { wish: "cpu", device: embedder.device, reports: [] } }),
    close: () => Promise.resolve(),
  };
}
