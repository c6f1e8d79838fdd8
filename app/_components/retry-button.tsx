"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";

/** Renders the page anew on the server. */
export function RetryButton({ label }: { label: string }) {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  return (
    <button type="button" data-pending={pending} onClick={() => startTransition(() => router.refresh())} className="rounded-md bg-ink px-5 py-2 text-paper hover:bg-accent hover:text-on-accent">
      {label}
    </button>
  );
}
