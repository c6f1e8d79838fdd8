import Link from "next/link";
import { Icon } from "./icon";

const icons = { more: "plus", less: "minus" } as const;

/** “More like this” or “less like this” for one caption. @param label names the caption, for screen readers */
export function RefineLink({ href, direction, text, label }: { href: string; direction: "more" | "less"; text: string; label: string }) {
  return (
    <Link href={href} prefetch={false} aria-label={label} className="relative z-10 inline-flex items-center gap-1 min-h-6 min-w-6 rounded-xs text-xs text-muted hover:text-accent">
      <Icon name={icons[direction]} className="size-3" />
      {text}
    </Link>
  );
}
