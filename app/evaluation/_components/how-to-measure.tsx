import Link from "next/link";
import { getTranslator } from "@/app/_i18n/translator";

/** Nothing was measured yet: the command that does, and where the button is. */
export async function HowToMeasure() {
  const t = await getTranslator();
  return (
    <section aria-labelledby="none" className="mt-10 max-w-3xl border-t border-rule pt-6">
      <h2 id="none" className="text-lg font-semibold">{t("evaluation.none")}</h2>
      <p className="mt-2 leading-relaxed">{t("evaluation.noneBody")}</p>
      <pre className="mt-3 overflow-x-auto rounded-md bg-sunk px-4 py-3 text-sm"><code>npm run evaluate</code></pre>
      <p className="mt-3 text-sm leading-relaxed text-muted">{t.rich("evaluation.noneAdmin", { admin: (text) => <Link href="/admin/jobs" prefetch={false} className="underline decoration-edge underline-offset-4 hover:text-accent">{text}</Link> })}</p>
    </section>
  );
}
