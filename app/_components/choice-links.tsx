import clsx from "clsx";
import Link from "next/link";

interface Props {
  label: string;
  choices: { href: string; text: string; isCurrent: boolean }[];
}

/** A few ways to look at it, each an address. */
export function ChoiceLinks({ label, choices }: Props) {
  return (
    <nav aria-label={label} className="flex w-fit flex-wrap rounded-md border border-rule p-0.5 text-sm">
      {choices.map(({ href, text, isCurrent }) => (
        <Link key={href} href={href} prefetch={false} scroll={false} aria-current={isCurrent ? "true" : undefined} className={clsx("rounded-sm px-3 py-1", isCurrent ? "bg-sunk font-medium" : "text-muted hover:text-ink")}>{text}</Link>
      ))}
    </nav>
  );
}
