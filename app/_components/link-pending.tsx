"use client";

import { useLinkStatus } from "next/link";

/** Inside a link: tells the page that the link is on its way. */
export function LinkPending() {
  const { pending } = useLinkStatus();
  return <span hidden data-pending={pending} />;
}
