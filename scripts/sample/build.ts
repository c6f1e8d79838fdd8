import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { cocoFile } from "./coco-files";
import { drawScene } from "./draw-scene";
import { loadScenes } from "./scene";

const FOLDER = "public/sample";
const ROOT = path.resolve(import.meta.dirname, "../..");

/** The generated files of the sample corpus: path from the project root → content. */
export function buildSample(): Map<string, string> {
  const scenes = loadScenes();
  return new Map([
    [`${FOLDER}/captions_ja.json`, cocoFile(scenes, "ja")],
    [`${FOLDER}/captions_en.json`, cocoFile(scenes, "en")],
    ...scenes.map((scene) => [`${FOLDER}/${scene.slug}.svg`, drawScene(scene)] as const),
  ]);
}

/** The files on disk that are missing, different, or left over from scenes that are gone. */
export function findOutdated(files: Map<string, string>): string[] {
  const changed = [...files].filter(([name, content]) => readIfThere(name) !== content).map(([name]) => name);
  return [...changed, ...findLeftOver(files)];
}

/** Writes what is outdated, removes what is left over, and returns the paths of both. */
export function writeSample(files: Map<string, string>): string[] {
  const outdated = findOutdated(files);
  mkdirSync(path.join(ROOT, FOLDER), { recursive: true });
  for (const name of outdated) {
    const content = files.get(name);
    if (content === undefined) rmSync(path.join(ROOT, name));
    else writeFileSync(path.join(ROOT, name), content);
  }
  return outdated;
}

function findLeftOver(files: Map<string, string>): string[] {
  const pictures = readdirSync(path.join(ROOT, FOLDER)).filter((name) => name.endsWith(".svg"));
  return pictures.map((name) => `${FOLDER}/${name}`).filter((name) => !files.has(name));
}

function readIfThere(name: string): string | null {
  try {
    return readFileSync(path.join(ROOT, name), "utf8");
  } catch {
    return null;
  }
}
