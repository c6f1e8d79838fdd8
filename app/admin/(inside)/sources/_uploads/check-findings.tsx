"use client";

import { useLocale, useTranslations } from "use-intl";
import { Icon } from "@/app/_components/icon";
import { LanguageMark, languageName } from "@/app/_components/language-mark";
import type { UploadCheck } from "@/lib/features/uploads/upload-types";

/** What a look into an uploaded file told. */
export function CheckFindings({ check: { problem, members } }: { check: UploadCheck }) {
  return (
    <div className="mt-4 space-y-4">
      {problem !== null && (
        <p className="flex gap-2.5 rounded-md bg-bad-soft px-3.5 py-2.5 text-sm leading-relaxed">
          <Icon name="alert" className="mt-0.75 size-4 shrink-0 text-bad" />
          <span lang="en" className="min-w-0 wrap-anywhere">{problem}</span>
        </p>
      )}
      {members.map((member) => <Member key={member.name} member={member} named={members.length > 1} />)}
    </div>
  );
}

function Member({ member: { name, format, captions, complete, languages, examples }, named }: { member: UploadCheck["members"][number]; named: boolean }) {
  const t = useTranslations("admin.index.upload");
  const locale = useLocale();
  const known = (["coco", "karpathy", "flickr", "csv", "json-lines", "lines"] as const).find((kind) => kind === format);
  const facts = [
    known ? t(`formats.${known}`) : format,
    complete ? t("looked", { count: captions }) : t("lookedFirst", { count: captions }),
    ...Object.entries(languages).map(([language, count]) => `${languageName(language, locale)} ${count.toLocaleString(locale)}`),
  ];
  return (
    <div>
      {named && <h4 className="text-sm font-medium wrap-anywhere">{name}</h4>}
      <p className="flex flex-wrap gap-x-4 text-sm text-muted tabular-nums">{facts.map((fact) => <span key={fact}>{fact}</span>)}</p>
      {examples.length > 0 && (
        <ul aria-label={t("examples")} className="mt-2 border-t border-rule">
          {examples.map(({ image, language, text }, place) => (
            <li key={place} className="flex flex-wrap items-baseline gap-x-3 border-b border-rule py-1.5 text-sm">
              <span className="w-24 shrink-0 truncate text-xs text-muted tabular-nums" title={image}><span className="sr-only">{t("exampleImage", { id: image })}</span><span aria-hidden="true">{image}</span></span>
              {language && <LanguageMark language={language} locale={locale} />}
              <span lang={language ?? undefined} className="min-w-0 flex-1 basis-60 wrap-anywhere">{text}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
