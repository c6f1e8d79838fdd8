import { logger } from "@/lib/core/logger";
import { searchEngine } from "./search-engine";

/** Opens database, encoder and index in the background, and follows what becomes active. What fails is tried again and shown by the health. */
export function startServing(): void {
  const engine = searchEngine();
  engine.openDatabase()
    .then(() => engine.refresh({ wait: true }))
    .catch((error: unknown) => logger().error({ err: error }, "the server started without an index"))
    .finally(() => engine.watch());
}
