import { getTranslator } from "@/app/_i18n/translator";

/** Said above results that are nearer to each other than to the query. */
export async function NothingClose() {
  const t = await getTranslator();
  return (
    <p className="mb-6 max-w-prose border-l-2 border-edge pl-4">
      <strong className="font-medium">{t("results.nothingClose")}</strong> <span className="text-muted">{t("results.nothingCloseWhy")}</span>
    </p>
  );
}
