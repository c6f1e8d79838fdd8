import type { DeviceChoice } from "@/lib/core/devices";
import type { Embedder, ModelIdentity } from "@/lib/embedding/embedder";
import type { SavedModel } from "./saved-model";

/** What there is to do for an encoder. */
export interface ToEmbed {
  /** Captions. */
  count: number;
  /** Told, for people, of what fails while embedding and what follows from it. */
  onNotice: (message: string) => void;
}

export interface OpenedEncoder {
  embedder: Embedder;
  choice: DeviceChoice;
}

/** A model that is known, and what embeds with it where there is something to embed. */
export interface PreparedEncoder extends SavedModel {
  model: { identity: ModelIdentity; dimensionChoices: readonly number[] };
  /** Opens the embedder, on the device found; one that was opened before is closed. */
  open: (work: ToEmbed) => Promise<OpenedEncoder>;
  close: () => Promise<void>;
}
