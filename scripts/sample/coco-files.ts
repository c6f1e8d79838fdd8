import { VOICES, type CaptionLanguage, type Scene } from "./scene";

const OFFSET: Record<CaptionLanguage, number> = { ja: 0, en: 50 };
const LANGUAGE: Record<CaptionLanguage, string> = { ja: "Japanese", en: "English" };

const info = (language: CaptionLanguage) => ({
  description: `Kotomap sample: ${LANGUAGE[language]} captions of small pictures`,
  version: "1.0",
  year: 2026,
  contributor: "The Kotomap authors",
  license: "Captions: CC0 1.0. Pictures: composed with Fluent Emoji, MIT, see ATTRIBUTION.md",
});

const licenses = [
  { id: 1, name: "MIT (Fluent Emoji)", url: "https://github.com/microsoft/fluentui-emoji/blob/main/LICENSE" },
  { id: 2, name: "CC0 1.0", url: "https://creativecommons.org/publicdomain/zero/1.0/" },
];

const image = ({ id, slug }: Scene) => ({ id, file_name: `${slug}.svg`, coco_url: `/sample/${slug}.svg`, width: 640, height: 480, license: 1 });

/** Ids come from the scene and the voice alone, so that a new scene moves nobody else's. */
const annotations = (scene: Scene, language: CaptionLanguage) =>
  VOICES.map((_, voice) => ({ id: scene.id * 100 + OFFSET[language] + voice, image_id: scene.id, caption: scene.captions[language][voice] }));

/** One entry per line, so that a changed caption is one changed line. */
const list = (entries: object[]): string => `[\n${entries.map((entry) => JSON.stringify(entry)).join(",\n")}\n]`;

/** All captions in one language, as a COCO caption file. */
export function cocoFile(scenes: Scene[], language: CaptionLanguage): string {
  return `{
"info": ${JSON.stringify(info(language))},
"licenses": ${list(licenses)},
"images": ${list(scenes.map(image))},
"annotations": ${list(scenes.flatMap((scene) => annotations(scene, language)))}
}
`;
}
