import type { Metadata } from "next";
import { NotFoundPage } from "./_components/not-found-page";
import { getTranslator } from "./_i18n/translator";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator();
  return { title: t("notFound.title") };
}

export default async function NotFound() {
  const t = await getTranslator();
  return <NotFoundPage heading={t("notFound.heading")} body={t("notFound.body")} />;
}
