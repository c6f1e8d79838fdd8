"use client";

import { useSyncExternalStore } from "react";
import { useNow } from "use-intl";

const never = () => () => undefined;

function everySecond(tick: () => void): () => void {
  const timer = setInterval(tick, 1000);
  return () => clearInterval(timer);
}

/** Milliseconds since 1970, in steps. On the server and in the first picture in the browser it is when the server rendered the page. @param step seconds */
export function useClock(step: number): number {
  const served = useNow();
  const current = () => Math.floor(Date.now() / 1000 / step) * step * 1000;
  return useSyncExternalStore(everySecond, current, () => served.getTime());
}

/** The reader's time zone; the server, which cannot know it, writes UTC. */
export function useTimeZone(): string | undefined {
  return useSyncExternalStore(never, () => undefined, () => "UTC");
}
