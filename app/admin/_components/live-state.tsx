"use client";

import { usePathname, useRouter } from "next/navigation";
import { createContext, useContext, useEffect, useRef, useState, useSyncExternalStore, type ReactNode } from "react";
import type { JobView } from "@/lib/features/jobs/job-types";
import { followEvents } from "../_lib/follow-events";
import { LiveStore, NOTHING_YET, type LiveSnapshot } from "../_lib/live-store";

const StoreContext = createContext(new LiveStore());

/** Keeps the pages under it up to date by one connection a tab, for as long as the tab is looked at. */
export function LiveState({ children }: { children: ReactNode }) {
  const [store] = useState(() => new LiveStore());
  const router = useRouter();
  const jobId = Number(/^\/admin\/jobs\/(\d+)$/.exec(usePathname())?.[1] ?? NaN);
  const seen = useSeen();
  const left = useRef(false);
  useEffect(() => {
    if (!seen) {
      left.current = true;
      return;
    }
    const refresh = () => router.refresh();
    if (left.current) refresh();
    return followEvents(store, { jobId: Number.isNaN(jobId) ? null : jobId, onReturn: refresh });
  }, [store, router, jobId, seen]);
  return <StoreContext value={store}>{children}</StoreContext>;
}

function watchVisibility(changed: () => void): () => void {
  document.addEventListener("visibilitychange", changed);
  return () => document.removeEventListener("visibilitychange", changed);
}

/** Browsers open few connections to one server: a tab in the background gives its own up. */
const useSeen = () => useSyncExternalStore(watchVisibility, () => document.visibilityState === "visible", () => true);

export function useLive(): LiveSnapshot {
  const store = useContext(StoreContext);
  return useSyncExternalStore(store.subscribe, store.read, () => NOTHING_YET);
}

/** Tells the pages of a job before the server does: the one that a request has just answered with. */
export function useHearJob(): (job: JobView) => void {
  const store = useContext(StoreContext);
  return (job) => store.hearJobs([job]);
}

/** Jobs that are running, as far as the server has told. */
export function useRunningCount(): number {
  return [...useLive().jobs.values()].filter(({ state }) => state === "running").length;
}
