import clsx from "clsx";

export interface Share {
  name: string;
  /** In one unit, all of them. */
  amount: number;
  /** The amount as people read it. */
  text: string;
}

/** From dark to light, so that neighbours differ also without colour. */
const fills = ["bg-accent", "bg-edge", "bg-ink", "bg-warn", "bg-good", "bg-muted"];

/** Parts of a whole: a bar, and a list that says what is what. @param whole what the full bar stands for; the parts' sum where left out */
export function ShareBar({ parts, whole }: { parts: Share[]; whole?: number }) {
  const full = Math.max(whole ?? 0, parts.reduce((sum, { amount }) => sum + amount, 0), 1);
  const shown = parts.filter(({ amount }) => amount > 0);
  return (
    <div>
      <div aria-hidden="true" className="flex h-2 gap-px overflow-hidden rounded-full bg-rule">
        {shown.map(({ name, amount }) => <span key={name} className={clsx("min-w-0.5", fills[parts.findIndex((part) => part.name === name) % fills.length])} style={{ width: `${(amount / full) * 100}%` }} />)}
      </div>
      <ul className="mt-3 grid gap-x-6 gap-y-1.5 text-sm sm:grid-cols-2">
        {parts.map(({ name, text }, place) => (
          <li key={name} className="flex min-w-0 items-baseline gap-2">
            <span aria-hidden="true" className={clsx("size-2 shrink-0 rounded-full", fills[place % fills.length])} />
            <span className="min-w-0 text-muted">{name}</span>
            <span className="ml-auto shrink-0 tabular-nums">{text}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
