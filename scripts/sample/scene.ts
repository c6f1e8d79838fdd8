import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { layerNames } from "./backdrops";
import { propNames } from "./props";

/** Who is speaking, in the order in which captions are written down. */
export const VOICES = ["plain", "detailed", "child", "wrong focus", "short"] as const;

const color = z.string().regex(/^#[0-9a-f]{3,8}$/);
const captions = z.array(z.string().trim().min(1)).length(VOICES.length);

/** Centre, foot, size: the middle of the thing, the ground it stands on, its width. */
const place = z.tuple([z.number(), z.number(), z.number().positive()]);
const turn = { flip: z.boolean().default(false), rotate: z.number().default(0) };

const emojiItem = z.strictObject({
  emoji: z.string(),
  at: place,
  ...turn,
  /** Other colours for those of the emoji; "none" leaves a part out. */
  recolor: z.record(color, z.union([color, z.literal("none")])).default({}),
  /** A soft shadow on the ground. */
  shadow: z.boolean().default(false),
});
const propItem = z.strictObject({ prop: z.enum(propNames), at: place, ...turn, color: color.default("#ffffff") });
const layerItem = z.strictObject({ layer: z.enum(layerNames) });

const sceneSchema = z.strictObject({
  id: z.number().int().positive(),
  slug: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  captions: z.strictObject({ ja: captions, en: captions }),
  picture: z.strictObject({ backdrop: z.array(z.enum(layerNames)).min(1), items: z.array(z.union([emojiItem, propItem, layerItem])).min(1) }),
});

export type Scene = z.infer<typeof sceneSchema>;
export type SceneItem = Scene["picture"]["items"][number];
export type EmojiItem = z.infer<typeof emojiItem>;
export type PropItem = z.infer<typeof propItem>;
export type CaptionLanguage = keyof Scene["captions"];

const FOLDER = path.join(import.meta.dirname, "scenes");

/**
 * Reads all scenes, ordered by id.
 * @throws Error where a scene is not well-formed, or two share an id, a slug or a caption
 */
export function loadScenes(): Scene[] {
  const scenes = readdirSync(FOLDER).sort().filter((name) => name.endsWith(".json")).flatMap(readSceneFile);
  requireUnique("id", scenes.map(({ id }) => id));
  requireUnique("slug", scenes.map(({ slug }) => slug));
  requireUnique("caption", scenes.flatMap(({ captions }) => [...captions.ja, ...captions.en]));
  return scenes.sort((a, b) => a.id - b.id);
}

function readSceneFile(name: string): Scene[] {
  const result = z.array(sceneSchema).safeParse(JSON.parse(readFileSync(path.join(FOLDER, name), "utf8")));
  if (!result.success) throw new Error(`${name}: ${z.prettifyError(result.error)}`);
  return result.data;
}

function requireUnique(what: string, values: (string | number)[]): void {
  const seen = new Set<string | number>();
  for (const value of values) {
    if (seen.has(value)) throw new Error(`Two scenes have the ${what} ${JSON.stringify(value)}.`);
    seen.add(value);
  }
}
