import clsx from "clsx";

interface Props {
  /** What is under way. */
  label: string;
  done: number;
  /** Null: there is no telling how much is left. */
  total: number | null;
  /** For screen readers, instead of a percentage. */
  text?: string;
  thin?: boolean;
}

export function ProgressBar({ label, done, total, text, thin = false }: Props) {
  const share = total === null ? null : total > 0 ? Math.min(1, done / total) : 1;
  return (
    <div role="progressbar" aria-label={label} aria-valuemin={0} aria-valuemax={100} aria-valuenow={share === null ? undefined : Math.floor(share * 100)} aria-valuetext={text} className={clsx("w-full overflow-hidden rounded-full bg-rule", thin ? "h-1" : "h-1.5")}>
      <div data-progress={share === null ? "open" : "known"} className="h-full rounded-full bg-accent" style={share === null ? undefined : { width: `${share * 100}%` }} />
    </div>
  );
}
