import { AppError } from "@/lib/core/errors";
import { logger } from "@/lib/core/logger";

export function isDamage(error: unknown): error is AppError {
  return error instanceof AppError && (error.code === "index_damaged" || error.code === "not_found");
}

/** Null where a generation is damaged or gone: it is passed over then. */
export async function unlessDamaged<T>(loading: Promise<T>): Promise<T | null> {
  try {
    return await loading;
  } catch (err) {
    if (!isDamage(err)) throw err;
    logger().warn({ err }, "a generation is damaged, and passed over");
    return null;
  }
}
