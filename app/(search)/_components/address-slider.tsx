"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState, useTransition } from "react";

/** Milliseconds of rest after which a moved slider counts as set. */
const REST = 250;

interface Props {
  label: string;
  /** The parameter of the address. */
  name: string;
  /** As the address says it, null where it does not. */
  value: number | null;
  /** Where the slider stands while nothing is set, and what is said of it then. */
  unset: { value: number; text: string };
  max: number;
  /** Whether the lowest position says nothing in the address. */
  zeroUnsets: boolean;
  className?: string;
}

/** A number from 0 that is a part of the address. Moving it replaces the address: the back button does not go through every step. */
export function AddressSlider({ label, name, value: given, unset, max, zeroUnsets, className = "w-24" }: Props) {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const [moved, setMoved] = useState<number | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const set = moved ?? given;
  const isSet = set !== null && (set > 0 || !zeroUnsets);
  const text = isSet ? set.toFixed(2) : unset.text;

  const commit = (next: number) => {
    const params = new URLSearchParams(window.location.search);
    params.delete("n");
    if (next > 0 || !zeroUnsets) params.set(name, String(next));
    else params.delete(name);
    startTransition(() => {
      router.replace(`/?${params}`, { scroll: false });
      setMoved(null);
    });
  };
  const move = (next: number) => {
    setMoved(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => commit(next), REST);
  };
  return (
    <label className="flex min-h-8 items-center gap-2.5" data-pending={pending}>
      <span className="text-muted">{label}</span>
      <input type="range" min={0} max={max} step={0.05} value={Math.max(0, set ?? unset.value)} onChange={(event) => move(event.target.valueAsNumber)} className={className} aria-valuetext={text} />
      <span aria-hidden="true" className="w-8 tabular-nums">{text}</span>
    </label>
  );
}
