"use client";

import { useRouter } from "next/navigation";
import { useTransition, type ReactNode, type SubmitEvent } from "react";

/** A plain GET form of its page, which works without JavaScript; with it, the page is not loaded anew. */
export function SentenceForm({ action = "/encoder", className, children }: { action?: string; className?: string; children: ReactNode }) {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const params = new URLSearchParams();
    new FormData(event.currentTarget).forEach((value, name) => {
      if (typeof value === "string" && value.trim() !== "") params.set(name, value.trim());
    });
    startTransition(() => router.push(`${action}?${params}`, { scroll: false }));
  };
  return <form action={action} onSubmit={submit} data-pending={pending} className={className}>{children}</form>;
}
