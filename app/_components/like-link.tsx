import Link from "next/link";
import { Icon } from "./icon";

/** “More like this” for one caption. @param label names the caption, for screen readers */
export function LikeLink({ href, text, label }: { href: string; text: string; label: string }) {
  return (
    <Link href={href} prefetch={false} aria-label={label} className="relative z-10 inline-flex items-center gap-1 min-h-6 min-w-6 rounded-xs text-xs text-muted hover:text-accent">
      <Icon name="similar" className="size-3" />
      {text}
    </Link>
  );
}
