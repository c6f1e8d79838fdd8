import clsx from "clsx";
import { scaleLinear, scaleLog } from "d3-scale";
import { line } from "d3-shape";
import { lineLook } from "./line-look";

export interface ChartPoint {
  at: number;
  value: number;
  /** Ends of its interval. */
  low?: number;
  high?: number;
  /** What it says when it is pointed at. */
  title: string;
}

export interface ChartLine {
  name: string;
  /** Behind its name. */
  note?: string;
  points: readonly ChartPoint[];
}

export interface ChartTick {
  at: number;
  text: string;
  /** Left out on a phone. */
  minor?: boolean;
}

interface Props {
  lines: readonly ChartLine[];
  /** What it shows, for screen readers: the numbers stand in a table beside it. */
  label: string;
  x: { name: string; ticks: readonly ChartTick[]; from: number; to: number; log?: boolean };
  y: { from: number; to: number; format: (value: number) => string };
  /** A line from corner to corner, where both axes say the same. */
  diagonal?: string;
}

const WIDTH = 640;
const HEIGHT = 300;
const MARGIN = { top: 18, right: 20, bottom: 60, left: 56 };
const TICKS = 5;

/** Lines with points and intervals, with what each of them is. */
export function LineChart({ lines, label, x: { name, ticks, from, to, log = false }, y: { from: bottom, to: top, format }, diagonal }: Props) {
  const x = (log ? scaleLog : scaleLinear)([from, to], [MARGIN.left, WIDTH - MARGIN.right]);
  const y = scaleLinear([bottom, top], [HEIGHT - MARGIN.bottom, MARGIN.top]).nice(TICKS);
  const draw = line<ChartPoint>(({ at }) => x(at), ({ value }) => y(value)).digits(1);
  return (
    <figure className="max-w-3xl">
      <figcaption className="mb-2 flex flex-wrap gap-x-6 gap-y-1 text-sm">
        {lines.map(({ name: called, note }, i) => <Legend key={called} name={called} note={note} look={i} />)}
        {diagonal && <span className="flex items-center gap-2 text-muted"><svg aria-hidden="true" viewBox="0 0 28 8" className="h-2 w-7"><path d="M0 7L28 1" stroke="currentColor" strokeDasharray="3 3" /></svg>{diagonal}</span>}
      </figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label} className="w-full text-[13px] max-sm:text-[22px]">
        {y.ticks(TICKS).map((tick) => (
          <g key={tick}>
            <path d={`M${MARGIN.left} ${y(tick).toFixed(1)}H${WIDTH - MARGIN.right}`} className="stroke-rule" />
            <text x={MARGIN.left - 8} y={y(tick)} textAnchor="end" dominantBaseline="central" className="fill-muted">{format(tick)}</text>
          </g>
        ))}
        {ticks.map(({ at, text, minor }) => <text key={at} x={x(at)} y={HEIGHT - MARGIN.bottom + 24} textAnchor="middle" className={clsx("fill-muted", minor && "max-sm:hidden")}>{text}</text>)}
        <text x={(MARGIN.left + WIDTH - MARGIN.right) / 2} y={HEIGHT - 8} textAnchor="middle" className="fill-muted">{name}</text>
        {diagonal && <path d={`M${x(from)} ${y(from)}L${x(to)} ${y(to)}`} className="stroke-muted" strokeDasharray="3 3" />}
        {lines.map(({ name: called, points }, i) => {
          const { colour, dashes, point: mark } = lineLook(i);
          return (
            <g key={called} className={colour}>
              <path d={draw([...points]) ?? ""} fill="none" stroke="currentColor" strokeWidth="2.5" strokeDasharray={dashes} />
              {points.map(({ at, value, low, high, title }) => (
                <g key={at}>
                  {low !== undefined && high !== undefined && <path d={`M${x(at).toFixed(1)} ${y(low).toFixed(1)}V${y(high).toFixed(1)}`} stroke="currentColor" strokeWidth="1.5" opacity="0.6" />}
                  <path d={mark} transform={`translate(${x(at).toFixed(1)} ${y(value).toFixed(1)})`} fill="currentColor"><title>{title}</title></path>
                </g>
              ))}
            </g>
          );
        })}
      </svg>
    </figure>
  );
}

function Legend({ name, note, look }: { name: string; note?: string; look: number }) {
  const { colour, dashes, point } = lineLook(look);
  return (
    <span className={clsx("flex items-center gap-2 font-medium", colour)}>
      <svg aria-hidden="true" viewBox="0 0 28 12" className="h-3 w-7"><path d="M0 6h28" stroke="currentColor" strokeWidth="2.5" strokeDasharray={dashes} /><path d={point} transform="translate(14 6)" fill="currentColor" /></svg>
      {name} {note && <span className="tabular-nums">{note}</span>}
    </span>
  );
}
