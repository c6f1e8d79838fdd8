import { AppError } from "@/lib/core/errors";
import { isGenerationId, newGenerationId } from "@/lib/vector-index/generation-id";

/** Made as a generation's, "20261124-101530-3f9a": UTC time and four hex digits; it sorts after `newest`. */
export const newLayoutId = newGenerationId;

export const isLayoutId = isGenerationId;

/** @throws AppError `not_found` for anything that is not an id, so that no path ever leaves the folder of layouts */
export function assertLayoutId(id: string): void {
  if (!isLayoutId(id)) throw new AppError("not_found", `"${id}" is not the id of a layout (such as 20261124-101530-3f9a).`, { field: "layout" });
}
