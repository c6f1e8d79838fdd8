import Link from "next/link";
import { getTranslator } from "@/app/_i18n/translator";
import { exampleQueries } from "@/app/_search/example-queries";
import { searchHref } from "@/app/_search/search-state";

export async function ExampleLinks() {
  const t = await getTranslator();
  return (
    <div className="mt-5 flex flex-wrap items-baseline gap-x-5 gap-y-2 text-sm">
      <h2 className="text-muted">{t("search.tryThese")}</h2>
      <ul className="contents">
        {exampleQueries.map(({ text, language }) => (
          <li key={text}>
            <Link href={searchHref(null, { q: text })} prefetch={false} lang={language} className="underline decoration-edge decoration-1 underline-offset-[5px] hover:text-accent hover:decoration-accent">{text}</Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
