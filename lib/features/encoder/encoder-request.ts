import { z } from "zod";

/** Characters of a sentence at most: computing its inside holds the server's thread for as long as it is. */
export const MOST_CHARACTERS = 200;
/** No encoder that is known has more layers, or heads. */
const MOST_LAYERS = 96;

const sentence = z.string().trim().min(1, "must not be empty").max(MOST_CHARACTERS, `must be at most ${MOST_CHARACTERS} characters`);
const ordinal = z.string().regex(/^\d{1,3}$/, "must be a whole number from 1 on").transform(Number).pipe(z.number().min(1, "must be at least 1").max(MOST_LAYERS, `must be at most ${MOST_LAYERS}`));
const sentences = { text: sentence, to: sentence.optional() };

/** GET /api/v1/encoder */
export const encoderRequestSchema = z.strictObject({ ...sentences, layer: ordinal.optional(), head: ordinal.optional(), piece: z.string().regex(/^\d{1,3}$/, "must be a whole number from 0 on").transform(Number).optional() })
  .refine(({ layer, head }) => head === undefined || layer !== undefined, { path: ["head"], message: "belongs to a layer: name that too" });

/** GET /api/v1/encoder/picture */
export const encoderPictureSchema = z.strictObject({ ...sentences, of: z.enum(["attention", "vectors"], "must be attention or vectors") });

export type EncoderRequest = z.infer<typeof encoderRequestSchema>;
export type EncoderPictureRequest = z.infer<typeof encoderPictureSchema>;
