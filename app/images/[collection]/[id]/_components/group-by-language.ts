import type { ImageCaption } from "@/lib/features/image-captions/image-page-types";

export interface LanguageGroup {
  language: string;
  /** `number` counts from 1 over all captions of the image. */
  captions: (ImageCaption & { number: number })[];
}

/** Captions come ordered by language; each run of one language is a group. */
export function groupByLanguage(captions: ImageCaption[]): LanguageGroup[] {
  const groups: LanguageGroup[] = [];
  captions.forEach((caption, i) => {
    const last = groups.at(-1);
    const numbered = { ...caption, number: i + 1 };
    if (last?.language === caption.language) last.captions.push(numbered);
    else groups.push({ language: caption.language, captions: [numbered] });
  });
  return groups;
}
