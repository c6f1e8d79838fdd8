import Link from "next/link";
import { languageName } from "@/app/_components/language-mark";
import { getLocale, getTranslator } from "@/app/_i18n/translator";
import { Section } from "@/app/admin/_components/section";
import { ShareBar } from "@/app/admin/_components/share-bar";
import type { Overview } from "@/lib/features/admin-state/admin-types";

/** How many captions there are of each collection and language. The bars of all collections have one scale. */
export async function Corpus({ overview: { captions, images, collections } }: { overview: Overview }) {
  const [t, locale] = await Promise.all([getTranslator(), getLocale()]);
  const most = Math.max(...collections.map((collection) => collection.captions), 1);
  return (
    <Section framed heading={t("admin.jobs.overview.corpus")} aside={<Link href="/admin/sources" prefetch={false} className="underline decoration-edge underline-offset-4 hover:text-accent">{t("admin.jobs.overview.addCaptions")}</Link>}>
      {collections.length === 0 ? <p className="text-sm text-muted">{t("admin.jobs.overview.noCaptions")}</p> : (
        <>
          <p className="mb-4 text-2xl font-medium tracking-tight tabular-nums">{t("admin.jobs.overview.captionCount", { count: captions })}<span className="block text-sm font-normal tracking-normal text-muted">{t("admin.jobs.overview.imageCount", { count: images })}</span></p>
          <ul className="space-y-5">
            {collections.map(({ name, captions: count, images: pictures, languages }) => (
              <li key={name}>
                <p className="mb-1.5 flex flex-wrap items-baseline justify-between gap-x-4 text-sm"><span className="font-medium wrap-anywhere">{name}</span>{collections.length > 1 && <span className="text-xs text-muted tabular-nums">{t("admin.jobs.overview.captionCount", { count })} · {t("admin.jobs.overview.imageCount", { count: pictures })}</span>}</p>
                <ShareBar whole={most} parts={Object.entries(languages).map(([language, amount]) => ({ name: languageName(language, locale), amount, text: amount.toLocaleString(locale) }))} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}
