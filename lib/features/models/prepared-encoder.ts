import type { DeviceChoice } from "@/lib/core/devices";
import type { Embedder, ModelIdentity } from "@/lib/embedding/embedder";
import type { SavedModel } from "./saved-model";

/** A model that is known, and what embeds with it where there is something to embed. */
export interface PreparedEncoder extends SavedModel {
  model: { identity: ModelIdentity; dimensionChoices: readonly number[] };
  /**
   * Opens the embedder, on the device found; called once at most.
   * @param onNotice told, for people, of what fails while embedding and what follows from it
   */
  open: (onNotice: (message: string) => void) => Promise<{ embedder: Embedder; choice: DeviceChoice }>;
  close: () => Promise<void>;
}
