"use client";

import { useEffect } from "react";
import { ANNOUNCER_ID } from "./announcer-id";

/** Has screen readers read a text out when it appears or changes. Shows nothing. */
export function Announce({ text }: { text: string }) {
  useEffect(() => {
    const region = document.getElementById(ANNOUNCER_ID);
    if (region) region.textContent = text;
  }, [text]);
  return null;
}
