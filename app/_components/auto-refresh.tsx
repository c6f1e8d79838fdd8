"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Renders the page anew every few seconds while it is being looked at. */
export function AutoRefresh({ seconds }: { seconds: number }) {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => document.visibilityState === "visible" && router.refresh(), seconds * 1000);
    return () => clearInterval(timer);
  }, [router, seconds]);
  return null;
}
