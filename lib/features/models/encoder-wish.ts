import type { DeviceWish } from "@/lib/core/devices";
import type { ModelSettings } from "@/lib/embedding/model/model-settings";

/** What to embed with and on, as far as a person says so. */
export interface EncoderWish {
  /** As parseModelReference reads it; unless given, the model of the active generation, or the bundled one. */
  model?: string;
  settings?: ModelSettings;
  /** Length that the generation's vectors are cut to; unless given, as in the active generation, or in full. */
  dimensions?: number;
  /** "auto" unless given. */
  device?: DeviceWish;
  /** Sessions side by side; found by measuring unless given. */
  workers?: number;
}
