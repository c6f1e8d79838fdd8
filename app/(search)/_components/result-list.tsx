"use client";

import clsx from "clsx";
import { useEffect, useRef, type ReactNode } from "react";
import { resultGrid } from "./result-grid";
import { walkResults } from "./walk-results";

/** The results, to be walked through with the arrow keys, from the search box on. */
export function ResultList({ view, hint, children }: { view: "images" | "captions"; hint: string; children: ReactNode }) {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => list.current && walkResults(list.current, event);
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  return (
    <>
      <p className="sr-only">{hint}</p>
      <ul ref={list} className={clsx(view === "images" ? resultGrid : "mx-auto max-w-3xl border-t border-rule")}>{children}</ul>
    </>
  );
}
