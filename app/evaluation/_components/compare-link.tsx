import Link from "next/link";
import { getTranslator } from "@/app/_i18n/translator";
import type { FoundImage } from "@/lib/features/evaluation/findings/finding-views";

/** Leads to all captions of images, each with each. */
export async function CompareLink({ images }: { images: readonly FoundImage[] }) {
  const t = await getTranslator();
  if (images.length === 0) return null;
  const names = images.map(({ collection, id }) => `${collection}:${id}`).join(",");
  return <Link href={`/compare?${new URLSearchParams({ images: names }).toString()}`} prefetch={false} className="mt-3 inline-block py-1 text-sm underline decoration-edge underline-offset-4 hover:text-accent">{t("evaluation.findings.compare", { count: images.length })}</Link>;
}
