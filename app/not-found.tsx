import { NotFoundPage } from "./_components/not-found-page";
import { getTranslator } from "./_i18n/translator";

export default async function NotFound() {
  const t = await getTranslator();
  return <NotFoundPage heading={t("notFound.heading")} body={t("notFound.body")} />;
}
