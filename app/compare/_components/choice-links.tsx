import clsx from "clsx";
import Link from "next/link";
import { compareHref, type CompareState } from "../_lib/compare-state";

interface Props<K extends keyof CompareState> {
  state: CompareState;
  label: string;
  name: K;
  choices: { value: CompareState[K]; label: string }[];
}

/** One of a few ways to show it, each an address. */
export function ChoiceLinks<K extends keyof CompareState>({ state, label, name, choices }: Props<K>) {
  return (
    <nav aria-label={label} className="flex flex-wrap rounded-md border border-rule p-0.5 text-sm">
      {choices.map(({ value, label: text }) => (
        <Link key={String(value)} href={compareHref(state, { [name]: value })} prefetch={false} scroll={false} aria-current={state[name] === value ? "true" : undefined}
          className={clsx("rounded-sm px-3 py-1", state[name] === value ? "bg-sunk font-medium" : "text-muted hover:text-ink")}>{text}</Link>
      ))}
    </nav>
  );
}
