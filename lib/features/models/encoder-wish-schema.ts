import { z } from "zod";
import { DEVICE_WISHES } from "@/lib/core/devices";
import type { EncoderWish } from "./encoder-wish";

const text = z.string().max(1000);
const count = z.number().int().min(1).max(1_000_000);

const settings = z.strictObject({ pooling: z.enum(["mean", "cls"]).optional(), queryPrefix: text.optional(), documentPrefix: text.optional(), maxTokens: count.optional() });

/** What a program may say of the encoder. */
export const encoderWishSchema: z.ZodType<EncoderWish> = z.strictObject({
  model: z.string().min(1).max(4096).optional(),
  settings: settings.optional(),
  dimensions: count.optional(),
  device: z.enum(DEVICE_WISHES).optional(),
  workers: count.optional(),
});
