import { scaleLinear } from "d3-scale";

const WIDTH = 1152;
const HEIGHT = 120;

interface Props {
  values: readonly number[];
  label: string;
  /** Numbers of values after which the vector may be cut. */
  marks: readonly number[];
}

/** Every value of a vector as a bar up or down from zero. */
export function VectorStrip({ values, label, marks }: Props) {
  const most = Math.max(...values.map(Math.abs));
  const x = scaleLinear([0, values.length], [0, WIDTH]);
  const y = scaleLinear([-most, most], [HEIGHT, 0]);
  const bars = (sign: 1 | -1) => values.map((value, i) => (value * sign > 0 ? `M${x(i).toFixed(1)} ${HEIGHT / 2}v${(y(value) - HEIGHT / 2).toFixed(1)}` : "")).join("");
  const thickness = Math.max(0.5, 0.8 * (WIDTH / values.length));
  return (
    <figure>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label={label} className="h-24 w-full overflow-visible">
        <g transform={`translate(${thickness / 2} 0)`} strokeWidth={thickness} fill="none">
          <path d={bars(1)} className="stroke-accent" />
          <path d={bars(-1)} className="stroke-cool" />
        </g>
        <path d={`M0 ${HEIGHT / 2}h${WIDTH}`} className="stroke-edge" vectorEffect="non-scaling-stroke" />
        {marks.map((mark) => <path key={mark} d={`M${x(mark).toFixed(1)} 0v${HEIGHT}`} strokeDasharray="3 3" className="stroke-edge" vectorEffect="non-scaling-stroke" />)}
      </svg>
      <div aria-hidden="true" className="relative h-4 text-xs text-muted tabular-nums">
        {[...marks, values.length].map((mark) => <span key={mark} className="absolute -translate-x-full pr-1" style={{ left: `${(100 * mark) / values.length}%` }}>{mark}</span>)}
      </div>
    </figure>
  );
}
