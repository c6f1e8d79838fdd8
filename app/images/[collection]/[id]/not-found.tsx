import { NotFoundPage } from "@/app/_components/not-found-page";
import { getTranslator } from "@/app/_i18n/translator";

export default async function ImageNotFound() {
  const t = await getTranslator();
  return <NotFoundPage heading={t("notFound.imageHeading")} body={t("notFound.imageBody")} />;
}
