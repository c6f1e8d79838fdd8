import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { seededRandom } from "@/lib/core/random";

const english = { who: ["dog", "cat", "horse", "child", "woman", "cyclist", "surfer", "bird"], what: ["runs", "sleeps", "waits", "plays", "eats", "looks around"], where: ["on the beach", "in the snow", "at the station", "in a kitchen", "under a tree", "by the river"] };
const japanese = { who: ["犬", "猫", "馬", "子ども", "女性", "自転車の人", "サーファー", "鳥"], what: ["走っている", "眠っている", "待っている", "遊んでいる", "食べている", "見回している"], where: ["浜辺で", "雪の中で", "駅で", "台所で", "木の下で", "川のそばで"] };

/** Captions of one image tell of the same scene, so that one finds another. */
function caption(scene: number, nth: number, mark: string): { language: string; text: string } {
  const pick = (words: string[], by: number) => words[by % words.length] as string;
  const words = nth % 2 ? english : japanese;
  const [who, what, where] = [pick(words.who, scene), pick(words.what, Math.floor(scene / 8) + Math.floor(nth / 2)), pick(words.where, Math.floor(scene / 48))];
  return nth % 2 ? { language: "en", text: `A ${who} ${what} ${where}, picture ${scene}${mark}.` } : { language: "ja", text: `${where}${who}が${what}。${scene}番の写真${mark}。` };
}

interface CorpusOptions {
  /** The first image's number, and how many; each has five captions. */
  firstImage?: number;
  images: number;
  /** Share of the captions whose text differs from that of another mark. */
  changed?: number;
  mark?: string;
}

/** Writes captions as JSON lines. The same options make the same file. */
export async function writeCorpus(file: string, { firstImage = 0, images, changed = 0, mark = "" }: CorpusOptions): Promise<string> {
  const random = seededRandom(firstImage + images);
  const lines = Array.from({ length: 5 * images }, (_, i) => {
    const image = firstImage + Math.floor(i / 5);
    const { language, text } = caption(image, i % 5, random() < changed ? mark : "");
    return JSON.stringify({ image_id: `${image}`, caption_id: `${image}-${i % 5}`, caption: text, language });
  });
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, `${lines.join("\n")}\n`);
  return file;
}

export const QUERIES = ["a dog on the beach", "雪の中の猫", "somebody waits at the station", "川のそばの鳥", "a child plays", "台所で食べている女性", "a horse under a tree", "サーファー"];
