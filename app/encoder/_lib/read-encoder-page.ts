import { type AppError, toAppError } from "@/lib/core/errors";
import { logger } from "@/lib/core/logger";
import type { EncoderAnswer } from "@/lib/features/encoder/encoder-types";
import { readEncoder } from "@/lib/features/encoder/read-encoder";
import type { EncoderState } from "./encoder-state";

export type EncoderPageData = { answer: EncoderAnswer; fault: null } | { answer: null; fault: AppError };

async function readWithinModel(text: string, { to, layer, head, piece }: EncoderState): Promise<EncoderAnswer> {
  const request = { text, to: to ?? undefined, piece: piece ?? undefined };
  try {
    return await readEncoder({ ...request, layer, head });
  } catch (error) {
    // The address was made for a model with more layers or heads.
    if (toAppError(error).code !== "invalid_parameter") throw error;
    return readEncoder({ ...request, layer: 1, head: 1 });
  }
}

/** Never throws: what goes wrong is the answer, and stands in the log. */
export async function readEncoderPage(text: string, state: EncoderState): Promise<EncoderPageData> {
  try {
    return { answer: await readWithinModel(text, state), fault: null };
  } catch (thrown) {
    logger().error({ err: thrown }, "the encoder cannot be looked into");
    return { answer: null, fault: toAppError(thrown) };
  }
}
