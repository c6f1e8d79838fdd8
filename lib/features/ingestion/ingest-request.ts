import { z } from "zod";
import { encoderWishSchema } from "@/lib/features/models/encoder-wish-schema";
import { collectionNameRule, isCollectionName } from "./collection-name";

/** What an ingest is asked for, checked; imports nothing that reads or embeds. Paths count from the folder of the project. */
export const ingestRequestSchema = z.strictObject({
  files: z.array(z.string().min(1)).min(1, "give at least one caption file"),
  /** Defaults to what the file's kind tells ("coco", "flickr30k"), else to the file's name. */
  collection: z.string().refine(isCollectionName, `give ${collectionNameRule}`).nullable().default(null),
  /** BCP 47 tag of all captions; null: as the records say, else detected. */
  language: z.string().min(1).nullable().default(null),
  /** Share (0 … 1) of bad records at which the ingest stops. */
  maxBadShare: z.number().min(0).max(1).default(0.01),
  /** A folder with the pictures of the collection, to be served by the app. */
  imagesDir: z.string().min(1).nullable().default(null),
  /** What to embed with and on; as before where nothing is said. */
  encoder: encoderWishSchema.optional(),
  /** The upload whose file it is: that file goes when the ingest is done. */
  upload: z.string().optional(),
});
