"use client";

import type { ReactNode } from "react";
import { useRunningCount } from "@/app/admin/_components/live-state";

/** What brings captions into the index; a job that runs is likely to be that already. */
export function PendingAct({ children }: { children: ReactNode }) {
  return useRunningCount() === 0 ? children : null;
}
