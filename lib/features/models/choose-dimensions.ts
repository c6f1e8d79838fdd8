import { AppError } from "@/lib/core/errors";
import type { ModelIdentity } from "@/lib/embedding/embedder";

interface Choices {
  identity: Pick<ModelIdentity, "name" | "sha256" | "dimensions">;
  dimensionChoices: readonly number[];
}

/**
 * The length of a generation's vectors: as wished, else as in the active generation of the same model, else in full.
 * @throws AppError `invalid_parameter` naming the lengths that the model's vectors may have
 */
export function chooseDimensions({ identity, dimensionChoices }: Choices, wish: number | undefined, active: { modelSha256: string; dimensions: number } | null): number {
  if (wish === undefined) return active?.modelSha256 === identity.sha256 ? active.dimensions : identity.dimensions;
  if (dimensionChoices.includes(wish)) return wish;
  const choices = dimensionChoices.length > 1 ? `may have ${dimensionChoices.join(", ")} dimensions` : `have ${identity.dimensions} dimensions and may not be cut`;
  throw new AppError("invalid_parameter", `Vectors of the model ${identity.name} ${choices}, not ${wish}.`, { field: "dimensions" });
}
