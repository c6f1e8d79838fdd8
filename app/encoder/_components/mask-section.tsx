import clsx from "clsx";
import { getTranslator } from "@/app/_i18n/translator";
import type { EncodedText, EncoderAnswer } from "@/lib/features/encoder/encoder-types";
import { TeachingSection } from "@/app/_components/teaching-section";

/** Both sentences as they stand in one batch: ids with padding, and the mask below. */
export async function MaskSection({ answer: { model, text, to } }: { answer: EncoderAnswer }) {
  const t = await getTranslator();
  const rows = [text, ...(to ? [to] : [])];
  const weight = text.paddingWeight ?? to?.paddingWeight ?? null;
  const isEven = text.pieces.length === to?.pieces.length;
  return (
    <TeachingSection id="mask" heading={t("encoder.mask.heading")} explanation={[t("encoder.mask.explain1"), t("encoder.mask.explain2")]}>
      {!to && <p className="text-muted">{t("encoder.needsTo")}</p>}
      {isEven && <p className="mb-4 text-muted">{t("encoder.mask.none")}</p>}
      {to && (
        // Scrolled by keyboard where it does not fit.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <div role="region" aria-label={t("encoder.mask.batch")} tabIndex={0} className="overflow-x-auto pb-2">
          <table className="border-separate border-spacing-0.5 text-xs tabular-nums">
            <caption className="sr-only">{t("encoder.mask.batch")}</caption>
            <tbody>{rows.map((encoded, i) => <BatchRows key={i} encoded={encoded} number={i + 1} padId={model.padId} labels={{ ids: t("encoder.mask.ids"), mask: t("encoder.mask.mask") }} />)}</tbody>
          </table>
        </div>
      )}
      {weight !== null && <p className="mt-3 text-sm text-muted tabular-nums">{t("encoder.mask.weight", { weight })}</p>}
    </TeachingSection>
  );
}

function BatchRows({ encoded: { pieces, mask }, number, padId, labels }: { encoded: EncodedText; number: number; padId: number; labels: { ids: string; mask: string } }) {
  const cell = (seen: number) => clsx("h-7 min-w-12 rounded-xs px-1 text-center", seen ? "bg-sunk" : "border border-dashed border-edge text-muted");
  const head = "sticky left-0 z-10 bg-paper pr-3 text-left font-normal whitespace-nowrap text-muted";
  return (
    <>
      <tr><th scope="row" className={clsx(head, number > 1 && "pt-3")}>{number} {labels.ids}</th>{mask.map((seen, i) => <td key={i} title={pieces[i]?.text ?? "<pad>"} className={clsx(cell(seen), number > 1 && "relative top-1")}>{pieces[i]?.id ?? padId}</td>)}</tr>
      <tr><th scope="row" className={head}>{number} {labels.mask}</th>{mask.map((seen, i) => <td key={i} className={clsx(cell(seen), number > 1 && "relative top-1", seen && "font-medium text-accent")}>{seen}</td>)}</tr>
    </>
  );
}
