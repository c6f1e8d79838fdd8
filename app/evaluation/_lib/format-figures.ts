import type { Figure } from "@/lib/features/evaluation/figure";

/** How a kind of figure is written. */
export type FigureFormat = "share" | "number" | "rank";

/** A measured value in the digits that its sample can tell. */
export function formatFigure(value: number, format: FigureFormat, locale: string): string {
  const options: Record<FigureFormat, Intl.NumberFormatOptions> = {
    share: { style: "percent", minimumFractionDigits: 1, maximumFractionDigits: 1 },
    number: { minimumFractionDigits: 3, maximumFractionDigits: 3 },
    rank: { maximumFractionDigits: 1 },
  };
  return new Intl.NumberFormat(locale, options[format]).format(value);
}

/** With its sign, so that it reads as a change; of shares in percentage points. */
export function formatChange(change: number, format: FigureFormat, locale: string): string {
  const write = (value: number) => (format === "share" ? `${new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(100 * value)} pt` : formatFigure(value, format, locale));
  const text = write(Math.abs(change));
  return text === write(0) ? `±${text}` : `${change < 0 ? "−" : "+"}${text}`;
}

/** Whether two figures differ by more than their intervals allow for. */
export const isApart = (one: Figure, other: Figure): boolean => one.low > other.high || other.low > one.high;
