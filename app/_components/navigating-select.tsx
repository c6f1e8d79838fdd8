"use client";

import { useRouter } from "next/navigation";
import { useOptimistic, useTransition } from "react";
import { Icon } from "./icon";

interface Props {
  label: string;
  /** The address of now. */
  value: string;
  options: { href: string; label: string }[];
}

/** A choice that leads to an address. */
export function NavigatingSelect({ label, value, options }: Props) {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const [shown, show] = useOptimistic(value);
  const go = (href: string) =>
    startTransition(() => {
      show(href);
      router.push(href);
    });
  return (
    <span className="relative inline-flex items-center">
      <select aria-label={label} value={shown} data-pending={pending} onChange={(event) => go(event.target.value)} className="max-w-56 appearance-none truncate rounded-md border border-rule bg-card py-1.5 pr-8 pl-3 hover:border-edge">
        {options.map(({ href, label: text }) => <option key={href} value={href}>{text}</option>)}
      </select>
      <Icon name="down" className="pointer-events-none absolute right-2.5 size-3.5 text-muted" />
    </span>
  );
}
