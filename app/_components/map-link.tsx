import Link from "next/link";

/** Leads to a caption on the map. @param label names the caption, for screen readers */
export function MapLink({ href, text, label }: { href: string; text: string; label: string }) {
  return (
    <Link href={href} prefetch={false} aria-label={label} className="relative z-10 inline-flex items-center gap-1 min-h-6 min-w-6 rounded-xs text-xs text-muted hover:text-accent">
      <svg viewBox="0 0 12 12" fill="currentColor" aria-hidden="true" className="size-3"><circle cx="3" cy="4" r="1.6" /><circle cx="9" cy="3" r="1.6" /><circle cx="7" cy="9" r="1.6" /></svg>
      {text}
    </Link>
  );
}
