import { LineChart } from "@/app/_components/line-chart/line-chart";
import { formatScore } from "@/app/_components/score-bar";

export interface PathLine {
  name: string;
  /** Cosines, one a layer. */
  values: readonly number[];
}

/** Similarities over the layers. */
export function PathChart({ lines, label, axis }: { lines: readonly PathLine[]; label: string; axis: string }) {
  const layers = lines[0]?.values.map((_, layer) => layer) ?? [];
  return (
    <LineChart label={label}
      lines={lines.map(({ name, values }) => ({
        name,
        note: `${formatScore(values[0] ?? 0)} → ${formatScore(values.at(-1) ?? 0)}`,
        points: values.map((value, layer) => ({ at: layer, value, title: `${layer}: ${formatScore(value)}` })),
      }))}
      x={{ name: axis, from: 0, to: Math.max(1, layers.length - 1), ticks: layers.map((layer) => ({ at: layer, text: String(layer), minor: layer % 2 === 1 })) }}
      y={{ from: Math.min(0, ...lines.flatMap(({ values }) => values)), to: 1, format: String }} />
  );
}
