import Link from "next/link";
import { CaptionPicture } from "@/app/_components/caption-picture";
import { imageHref } from "@/app/_components/image-address";
import { LanguageMark } from "@/app/_components/language-mark";
import { ScoreBar } from "@/app/_components/score-bar";
import { getLocale, getTranslator } from "@/app/_i18n/translator";
import type { ShownCaption as Caption } from "@/lib/features/evaluation/findings/finding-views";

interface Props {
  caption: Caption;
  /** What it is here, before it. */
  label?: string;
  score?: number;
  /** Behind its language. */
  note?: string;
}

/** A caption with its picture, which leads to its image. */
export async function ShownCaption({ caption: { id, language, text, image }, label, score, note }: Props) {
  const [t, locale] = [await getTranslator(), await getLocale()];
  return (
    <div className="flex min-w-0 items-start gap-3">
      {image && <CaptionPicture image={image} className="h-12 w-16 shrink-0 rounded-xs border border-rule" />}
      <div className="min-w-0 flex-1">
        {label && <p className="text-xs text-muted">{label}</p>}
        {text !== null && image
          ? <Link href={imageHref(image)} prefetch={false} lang={language ?? undefined} className="caption-text wrap-anywhere hover:text-accent">{text}</Link>
          : <p className="text-muted">{t("evaluation.findings.gone", { id })}</p>}
        <p className="mt-1 flex flex-wrap items-center gap-3">
          {language && <LanguageMark language={language} locale={locale} />}
          {score !== undefined && <ScoreBar score={score} label={t("results.similarity")} />}
          {note && <span className="text-xs text-muted">{note}</span>}
        </p>
      </div>
    </div>
  );
}
