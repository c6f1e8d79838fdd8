import { Icon } from "@/app/_components/icon";
import type { AdminMessages } from "@/app/_i18n/admin-messages";
import { getTranslator } from "@/app/_i18n/translator";
import type { Overview } from "@/lib/features/admin-state/admin-types";

type Code = keyof AdminMessages["jobs"]["overview"]["codes"];

/** What is wrong, in the reader's language, and the server's own sentence, in English, which names the mend. */
export async function Problems({ problems }: { problems: Overview["problems"] }) {
  const t = await getTranslator();
  if (problems.length === 0) return null;
  const known = (code: string): Code => (t.has(`admin.jobs.overview.codes.${code as Code}`) ? (code as Code) : "other");
  return (
    <section aria-label={t("admin.jobs.overview.problems")}>
      <ul className="space-y-2">
        {problems.map(({ code, message }) => (
          <li key={`${code} ${message}`} className="flex gap-3 rounded-lg bg-bad-soft px-4 py-3 text-sm">
            <Icon name="alert" className="mt-0.5 size-4 shrink-0 text-bad" />
            <div className="min-w-0">
              <h2 className="font-medium text-bad">{t(`admin.jobs.overview.codes.${known(code)}`)}</h2>
              <p lang="en" className="mt-0.5 leading-relaxed wrap-anywhere">{message}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
