import clsx from "clsx";
import { getLocale, getTranslator } from "@/app/_i18n/translator";
import type { Figure } from "@/lib/features/evaluation/figure";
import { type FigureFormat, formatChange, formatFigure, isApart } from "../_lib/format-figures";

interface Props {
  figure: Figure;
  /** That of the other evaluation. */
  before?: Figure | null;
  format: FigureFormat;
  /** Less is better: of ranks. */
  falling?: boolean;
}

/** A figure, its 95 % interval, and how it changed; a change is coloured where the intervals do not meet. */
export async function FigureCell({ figure, before, format, falling = false }: Props) {
  const [t, locale] = [await getTranslator(), await getLocale()];
  const write = (value: number) => formatFigure(value, format, locale);
  const change = before ? figure.value - before.value : 0;
  const apart = before ? isApart(figure, before) : false;
  const better = change > 0 !== falling;
  return (
    <span className="whitespace-nowrap">
      <span className="font-medium">{write(figure.value)}</span>{" "}
      <span className="text-xs text-muted"><span className="sr-only">{t("evaluation.interval")} </span>{t("evaluation.from", { low: write(figure.low), high: write(figure.high) })}</span>
      {before && (
        <span className={clsx("block text-xs", apart ? (better ? "font-medium text-good" : "font-medium text-bad") : "text-muted")}>
          <span className="sr-only">{t("evaluation.change")} </span>{formatChange(change, format, locale)}{apart && <span className="sr-only"> {better ? t("evaluation.better") : t("evaluation.worse")}</span>}
        </span>
      )}
    </span>
  );
}
