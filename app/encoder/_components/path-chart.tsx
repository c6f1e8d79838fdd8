import clsx from "clsx";
import { scaleLinear, scalePoint } from "d3-scale";
import { line } from "d3-shape";
import { formatScore } from "@/app/_components/score-bar";

export interface PathLine {
  name: string;
  /** Cosines, one a layer. */
  values: readonly number[];
  look: "main" | "other";
}

const WIDTH = 640;
const HEIGHT = 280;
const MARGIN = { top: 16, right: 16, bottom: 56, left: 44 };
const TICKS = 5;
const colours = { main: "text-accent", other: "text-cool" } as const;
const dashes = { main: undefined, other: "6 4" } as const;

/** Lines over the layers, with what each of them is. */
export function PathChart({ lines, label, axis }: { lines: readonly PathLine[]; label: string; axis: string }) {
  const layers = lines[0]?.values.map((_, layer) => layer) ?? [];
  const x = scalePoint(layers, [MARGIN.left, WIDTH - MARGIN.right]);
  const y = scaleLinear([Math.min(0, ...lines.flatMap(({ values }) => values)), 1], [HEIGHT - MARGIN.bottom, MARGIN.top]).nice();
  const draw = line<number>((_, layer) => x(layer) ?? 0, (value) => y(value)).digits(1);
  return (
    <figure className="max-w-3xl">
      <figcaption className="mb-2 flex flex-wrap gap-x-6 gap-y-1 text-sm">
        {lines.map(({ name, values, look }) => (
          <span key={name} className={clsx("flex items-center gap-2 font-medium", colours[look])}>
            <svg aria-hidden="true" viewBox="0 0 28 8" className="h-2 w-7"><path d="M0 4h28" stroke="currentColor" strokeWidth="2.5" strokeDasharray={dashes[look]} /></svg>
            {name} <span className="tabular-nums">{formatScore(values[0] ?? 0)} → {formatScore(values.at(-1) ?? 0)}</span>
          </span>
        ))}
      </figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label} className="w-full text-[13px] max-sm:text-[22px]">
        {y.ticks(TICKS).map((tick) => (
          <g key={tick}>
            <path d={`M${MARGIN.left} ${y(tick).toFixed(1)}H${WIDTH - MARGIN.right}`} className="stroke-rule" />
            <text x={MARGIN.left - 10} y={y(tick)} textAnchor="end" dominantBaseline="central" className="fill-muted">{tick}</text>
          </g>
        ))}
        {layers.map((layer) => <text key={layer} x={x(layer)} y={HEIGHT - MARGIN.bottom + 24} textAnchor="middle" className={clsx("fill-muted", layer % 2 === 1 && "max-sm:hidden")}>{layer}</text>)}
        <text x={(MARGIN.left + WIDTH - MARGIN.right) / 2} y={HEIGHT - 8} textAnchor="middle" className="fill-muted">{axis}</text>
        {lines.map(({ name, values, look }) => (
          <g key={name} className={colours[look]}>
            <path d={draw([...values]) ?? ""} fill="none" stroke="currentColor" strokeWidth="2.5" strokeDasharray={dashes[look]} />
            {values.map((value, layer) => <circle key={layer} cx={x(layer)} cy={y(value).toFixed(1)} r="3.5" fill="currentColor"><title>{`${layer}: ${formatScore(value)}`}</title></circle>)}
          </g>
        ))}
      </svg>
    </figure>
  );
}
