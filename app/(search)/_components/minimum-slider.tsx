"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState, useTransition } from "react";

/** Milliseconds of rest after which a moved slider counts as set. */
const REST = 250;

/** The lowest similarity to show. Moving it replaces the address: the back button does not go through every step. */
export function MinimumSlider({ label, none, min }: { label: string; none: string; min: number | null }) {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const [moved, setMoved] = useState<number | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const value = moved ?? min ?? 0;

  const commit = (next: number) => {
    const params = new URLSearchParams(window.location.search);
    params.delete("n");
    if (next > 0) params.set("min", String(next));
    else params.delete("min");
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
      <input type="range" min={0} max={0.95} step={0.05} value={Math.max(0, value)} onChange={(event) => move(event.target.valueAsNumber)} className="w-24" aria-valuetext={value > 0 ? value.toFixed(2) : none} />
      <span aria-hidden="true" className="w-8 tabular-nums">{value > 0 ? value.toFixed(2) : none}</span>
    </label>
  );
}
