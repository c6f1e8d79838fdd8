import type { MapWord } from "./caption-words";
import { stemOf } from "./word-splitter";

/** Forms in which words are written, numbered as they come, with the words that they are forms of. */
export class WordForms {
  /** By language, then form. */
  private readonly forms = new Map<string, Map<string, number>>();
  private readonly stems = new Map<string, number>();
  private readonly written: string[] = [];
  private readonly stemOfForm: number[] = [];
  /** Captions in which a form is the first of its word. */
  private readonly captions: number[] = [];
  private readonly languages: string[] = [];

  /** Counts the words of a caption. @returns a form of each word, the first that occurs */
  add(words: readonly string[], language: string): number[] {
    const seen = new Set<number>();
    const found: number[] = [];
    for (const word of words) {
      const form = this.number(word, language);
      const stem = this.stemOfForm[form]!;
      if (seen.has(stem)) continue;
      seen.add(stem);
      found.push(form);
      this.captions[form]!++;
    }
    return found;
  }

  private number(word: string, language: string): number {
    const ofLanguage = this.forms.get(language) ?? new Map<string, number>();
    this.forms.set(language, ofLanguage);
    const known = ofLanguage.get(word);
    if (known !== undefined) return known;
    const form = this.written.push(word) - 1;
    ofLanguage.set(word, form);
    this.languages.push(language);
    this.captions.push(0);
    const key = `${language} ${stemOf(word, language)}`;
    this.stems.set(key, this.stems.get(key) ?? this.stems.size);
    this.stemOfForm.push(this.stems.get(key)!);
    return form;
  }

  /**
   * The words in at least `fewest` captions, the most frequent first, each in its most frequent form.
   * @returns the words, `most` at most, and the position among them of each form's word; -1 where it is not among them
   */
  rank(fewest: number, most: number): { words: MapWord[]; idOf: Int32Array } {
    const ofStem: (MapWord & { form: number })[] = [];
    this.stemOfForm.forEach((stem, form) => {
      const known = (ofStem[stem] ??= { word: this.written[form]!, language: this.languages[form]!, captions: 0, form });
      known.captions += this.captions[form]!;
      if (this.captions[form]! > this.captions[known.form]!) Object.assign(known, { word: this.written[form]!, form });
    });
    const ranked = ofStem.filter(({ captions }) => captions >= fewest).sort((a, b) => b.captions - a.captions || a.form - b.form).slice(0, most);
    const position = new Map(ranked.map(({ form }, i) => [this.stemOfForm[form]!, i]));
    return { words: ranked.map(({ word, language, captions }) => ({ word, language, captions })), idOf: Int32Array.from(this.stemOfForm, (stem) => position.get(stem) ?? -1) };
  }
}
