import { getTranslator } from "@/app/_i18n/translator";
import { shorterLengths } from "@/lib/features/comparison/comparison-request";
import { listOtherEncoders } from "@/lib/features/comparison/other-encoders";

/** What an encoder may be compared with: itself with shorter vectors, and others that are here. */
export async function readEncoderChoices(dimensions: number): Promise<{ value: string; label: string }[]> {
  const t = await getTranslator();
  const shorter = shorterLengths.filter((length) => Number(length) < dimensions).map((value) => ({ value, label: t("compare.otherCut", { dimensions: Number(value) }) }));
  return [...shorter, ...(await listOtherEncoders()).map(({ id, name }) => ({ value: id, label: name }))];
}
