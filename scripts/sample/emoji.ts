import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { z } from "zod";

const iconSet = z.object({ icons: z.record(z.string(), z.object({ body: z.string() })) });

let icons: z.infer<typeof iconSet>["icons"] | undefined;

/**
 * The drawing of an emoji in a box of 32 × 32, recoloured.
 * @throws Error where there is no such emoji, or it has none of the colours to replace
 */
export function emojiBody(name: string, recolor: Record<string, string>): string {
  // Read rather than imported: as a module, the file's 3 MB would all be typed.
  icons ??= iconSet.parse(JSON.parse(readFileSync(createRequire(import.meta.url).resolve("@iconify-json/fluent-emoji-flat/icons.json"), "utf8"))).icons;
  const body = icons[name]?.body;
  if (body === undefined) throw new Error(`There is no emoji ${name}.`);
  if (body.includes(' id="')) throw new Error(`The emoji ${name} has ids of its own, which may clash.`);
  for (const from of Object.keys(recolor)) if (!body.toLowerCase().includes(`"${from}"`)) throw new Error(`The emoji ${name} has no ${from}.`);
  return body.replace(/#[0-9a-f]{3,8}(?=")/gi, (found) => recolor[found.toLowerCase()] ?? found);
}
