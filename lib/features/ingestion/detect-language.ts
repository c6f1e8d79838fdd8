import { detectAll } from "tinyld";

/** Texts of one script that are looked at, and how much of each: enough to tell, whatever the size of the file. */
const SAMPLE_TEXTS = 400;
const SAMPLE_LENGTH = 200;
/** A script in fewer captions than this share is taken for stray words of the file's main language. */
const STRAY_SHARE = 0.02;

const SCRIPTS: [string, RegExp][] = [
  ["kana", /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ["hang", /\p{Script=Hangul}/u],
  ["hani", /\p{Script=Han}/u],
  ["cyrl", /\p{Script=Cyrillic}/u],
  ["arab", /\p{Script=Arabic}/u],
  ["grek", /\p{Script=Greek}/u],
  ["thai", /\p{Script=Thai}/u],
  ["deva", /\p{Script=Devanagari}/u],
];

function scriptOf(text: string): string {
  return SCRIPTS.find(([, pattern]) => pattern.test(text))?.[0] ?? "latn";
}

/** One caption is too short to tell English from Dutch: captions are told apart by script, and each script of a file is one language. */
export class LanguageDetector {
  private readonly groups = new Map<string, { count: number; sample: string[] }>();

  /** @returns a provisional tag, which `resolve` gives a language to once the file was read */
  add(text: string): string {
    const script = scriptOf(text);
    const group = this.groups.get(script) ?? { count: 0, sample: [] };
    this.groups.set(script, group);
    group.count++;
    if (group.sample.length < SAMPLE_TEXTS) group.sample.push(text.slice(0, SAMPLE_LENGTH));
    return `?${script}`;
  }

  /** Provisional tag → BCP 47 tag; "und" where no language could be told. */
  resolve(): Map<string, string> {
    const groups = [...this.groups].sort(([, a], [, b]) => b.count - a.count);
    const total = groups.reduce((sum, [, { count }]) => sum + count, 0);
    const main = groups[0] ? languageOf(groups[0][0], groups[0][1].sample) : "und";
    return new Map(groups.map(([script, { count, sample }]) => [`?${script}`, this.isPartOf(script, count, total) ? main : languageOf(script, sample)]));
  }

  /** Chinese characters alone are Japanese where the file has kana too. */
  private isPartOf(script: string, count: number, total: number): boolean {
    return count < total * STRAY_SHARE || (script === "hani" && (this.groups.get("kana")?.count ?? 0) > count);
  }
}

function languageOf(script: string, sample: string[]): string {
  if (script === "kana") return "ja";
  const text = sample.join("\n");
  return script === "latn" ? latinLanguageOf(text) : (detectAll(text)[0]?.lang ?? "und");
}

/** Languages in Latin script that captions are likely to be in: short English texts look like Volapük or Latin too. */
const LATIN = ["en", "de", "fr", "es", "it", "pt", "nl", "pl", "cs", "sk", "sv", "da", "no", "fi", "hu", "tr", "ro", "id", "vi", "et", "lv", "lt", "hr", "sl", "ca"];
/** What another language than English needs: this accuracy, and this many times that of English. */
const CLEAR = 0.1;
const CLEARLY_BEFORE = 2;

function latinLanguageOf(text: string): string {
  if (!/\p{Letter}/u.test(text)) return "und";
  const found = detectAll(text, { only: LATIN });
  const english = found.find(({ lang }) => lang === "en")?.accuracy ?? 0;
  const [first] = found;
  return first && first.lang !== "en" && first.accuracy >= CLEAR && first.accuracy >= CLEARLY_BEFORE * english ? first.lang : "en";
}
