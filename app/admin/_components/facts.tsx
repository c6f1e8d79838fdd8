import type { ReactNode } from "react";

export interface Fact {
  name: string;
  /** Null and undefined: the fact is left out. */
  value: ReactNode;
}

/** Names and values in two columns. */
export function Facts({ facts }: { facts: Fact[] }) {
  return (
    <dl className="grid grid-cols-[fit-content(42%)_minmax(0,1fr)] gap-x-5 gap-y-1.5 text-sm">
      {facts.filter(({ value }) => value !== null && value !== undefined).map(({ name, value }) => (
        <div key={name} className="contents">
          <dt className="text-muted">{name}</dt>
          <dd className="min-w-0 wrap-anywhere tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
