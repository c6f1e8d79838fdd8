import { logger } from "@/lib/core/logger";
import type { Database } from "@/lib/database/client";
import { countCaptionsWithoutWords, fillLexicon } from "@/lib/database/lexicon";
import { openLexicalReader } from "./read-lexical-text";

/** Writes the words of captions that an earlier version of the program stored; 165 000 captions take half a minute, once. */
export async function completeLexicon(db: Database): Promise<void> {
  const missing = await countCaptionsWithoutWords(db);
  if (missing <= 0) return;
  logger().info({ captions: missing }, "the words of these captions are being written, for searches by words");
  let told = 0;
  await fillLexicon(db, await openLexicalReader(), (done) => {
    if (done - told < 50_000) return;
    told = done;
    logger().info({ done, captions: missing }, "words of captions written");
  });
}
