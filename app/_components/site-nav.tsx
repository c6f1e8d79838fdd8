import clsx from "clsx";
import Link from "next/link";
import { getTranslator } from "../_i18n/translator";

/** The pages beside the search, in the order of a lecture. */
const pages = [
  { href: "/map", label: "map.link" },
  { href: "/compare", label: "compare.link" },
  { href: "/encoder", label: "encoder.link" },
  { href: "/evaluation", label: "evaluation.link" },
] as const;

/** Links to the pages beside the search. On narrow screens a row of its own, which scrolls sideways where it does not fit. */
export async function SiteNav({ className }: { className?: string }) {
  const t = await getTranslator();
  return (
    <nav aria-label={t("header.pages")} className={clsx("-mx-2 flex min-w-0 overflow-x-auto text-sm", className)}>
      {pages.map(({ href, label }) => (
        <Link key={href} href={href} prefetch={false} className="shrink-0 rounded-sm px-2 py-1.5 text-muted hover:text-ink">{t(label)}</Link>
      ))}
    </nav>
  );
}
