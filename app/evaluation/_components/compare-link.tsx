import Link from "next/link";
import { getTranslator } from "@/app/_i18n/translator";
import { compareHref, emptyComparison } from "@/app/compare/_lib/compare-state";
import { nameOfImage } from "@/app/compare/_lib/image-name";
import type { FoundImage } from "@/lib/features/evaluation/findings/finding-views";

/** Leads to all captions of images, each with each. */
export async function CompareLink({ images }: { images: readonly FoundImage[] }) {
  const t = await getTranslator();
  if (images.length === 0) return null;
  return <Link href={compareHref(emptyComparison, { images: images.map(nameOfImage) })} prefetch={false} className="mt-3 inline-block py-1 text-sm underline decoration-edge underline-offset-4 hover:text-accent">{t("evaluation.findings.compare", { count: images.length })}</Link>;
}
