export interface LanguageRun {
  mark: string;
  start: number;
  length: number;
}

/** Stretches of one language in an ordered list. */
export function languageRuns(captions: { mark: string }[]): LanguageRun[] {
  const runs: LanguageRun[] = [];
  captions.forEach(({ mark }, start) => {
    const last = runs.at(-1);
    if (last?.mark === mark) last.length++;
    else runs.push({ mark, start, length: 1 });
  });
  return runs;
}
