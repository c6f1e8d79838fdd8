import Link from "next/link";
import { CaptionPicture } from "@/app/_components/caption-picture";
import { imageHref } from "@/app/_components/image-address";
import { LanguageMark } from "@/app/_components/language-mark";
import { LinkPending } from "@/app/_components/link-pending";
import { ScoreBar } from "@/app/_components/score-bar";
import { getLocale, getTranslator } from "@/app/_i18n/translator";
import type { ImagePage, NearestImage } from "@/lib/features/image-captions/image-page-types";

/** Other images that are described alike, each with the pair of captions that says so. */
export async function NearestImages({ page: { nearest, generation } }: { page: ImagePage }) {
  const t = await getTranslator();
  if (nearest.length === 0 && generation !== null) return null;
  return (
    <section aria-labelledby="nearest" className="mt-16 border-t border-rule pt-8">
      <h2 id="nearest" className="text-xl font-semibold">{t("image.nearest")}</h2>
      <p className="mt-2 text-sm text-muted">{nearest.length > 0 ? t("image.nearestLead") : t("image.nearestNone")}</p>
      <ul className="mt-6 grid grid-cols-[repeat(auto-fill,minmax(min(17rem,100%),1fr))] gap-x-6 gap-y-10">
        {nearest.map((near) => <Nearest key={`${near.image.collection}/${near.image.id}`} near={near} />)}
      </ul>
    </section>
  );
}

async function Nearest({ near: { image, score, own, other } }: { near: NearestImage }) {
  const [t, locale] = await Promise.all([getTranslator(), getLocale()]);
  return (
    <li className="group relative min-w-0">
      <CaptionPicture image={image} className="aspect-[3/2] rounded-sm border border-rule group-hover:border-edge" />
      <p className="mt-3">
        <Link href={imageHref(image)} prefetch={false} lang={other.language} className="caption-text after:absolute after:inset-0 after:content-[''] group-hover:text-accent">
          {other.text}
          <LinkPending />
        </Link>
      </p>
      <p className="mt-1.5 border-l-2 border-rule pl-3 text-sm leading-relaxed text-muted">
        <span className="mr-2 text-xs font-medium">{t("image.own")}</span>
        <span lang={own.language} className="wrap-anywhere">{own.text}</span>
      </p>
      <p className="mt-2 flex items-center gap-3"><LanguageMark language={other.language} locale={locale} /><ScoreBar score={score} label={t("results.similarity")} /></p>
    </li>
  );
}
