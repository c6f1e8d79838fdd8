import { CaptionPicture } from "@/app/_components/caption-picture";
import { getTranslator } from "@/app/_i18n/translator";
import type { ImagePage } from "@/lib/features/image-captions/image-page-types";

/** Very wide and very tall pictures get bars, so that the page keeps its shape. */
const WIDEST = 2.2;
const TALLEST = 0.75;

function shapeOf(width: number | null, height: number | null): number {
  if (!width || !height) return 4 / 3;
  return Math.min(WIDEST, Math.max(TALLEST, width / height));
}

export async function ImagePicture({ page: { image } }: { page: ImagePage }) {
  const t = await getTranslator();
  return (
    <CaptionPicture image={image} alt={t("image.picture", { id: image.id })} fit="contain" eager className="w-full rounded-sm border border-rule" style={{ aspectRatio: shapeOf(image.width, image.height) }} />
  );
}
