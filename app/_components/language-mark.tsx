/** What a language is called on its captions; others show their tag. */
const marks: Record<string, string> = { ja: "日本語", en: "EN" };

export function languageMark(language: string): string {
  return marks[language] ?? language.toUpperCase();
}

/** A language's name for readers of the interface: “英語”, “English”. */
export function languageName(language: string, locale: string): string {
  try {
    return new Intl.DisplayNames(locale, { type: "language" }).of(language) ?? language;
  } catch {
    return language;
  }
}

export function LanguageMark({ language, locale }: { language: string; locale: string }) {
  return (
    <abbr title={languageName(language, locale)} lang={language} className="inline-block rounded-xs border border-rule px-1.5 text-[0.6875rem] leading-4.5 font-medium text-muted no-underline">
      {languageMark(language)}
    </abbr>
  );
}
