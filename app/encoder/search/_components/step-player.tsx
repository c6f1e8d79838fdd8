"use client";

import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useState, useSyncExternalStore } from "react";

interface Props {
  /** Addresses of the steps before and after; null at the ends. */
  previous: string | null;
  next: string | null;
  labels: { play: string; pause: string };
}

/** Milliseconds that a step is shown. */
const PACE = 1100;

const isTyping = (target: EventTarget | null) => target instanceof Element && target.closest("input, select, textarea") !== null;
const never = () => () => undefined;

/** Goes from step to step by the arrow keys, or by itself. Shown where there is JavaScript. */
export function StepPlayer({ previous, next, labels }: Props) {
  const router = useRouter();
  const [playing, play] = useState(false);
  const live = useSyncExternalStore(never, () => true, () => false);
  const go = useEffectEvent((href: string | null) => {
    if (href === null) play(false);
    else router.replace(href, { scroll: false });
  });
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || isTyping(event.target)) return;
    if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
    event.preventDefault();
    go(event.key === "ArrowLeft" ? previous : next);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    addEventListener("keydown", listen);
    return () => removeEventListener("keydown", listen);
  }, []);
  useEffect(() => {
    if (!playing) return;
    const timer = setTimeout(() => go(next), PACE);
    return () => clearTimeout(timer);
  }, [playing, next]);
  if (!live || (next === null && !playing)) return null;
  return <button type="button" onClick={() => play(!playing)} className="h-9 rounded-md border border-edge px-3 hover:border-accent hover:text-accent">{playing ? labels.pause : labels.play}</button>;
}
