import clsx from "clsx";
import { useId, type ReactNode } from "react";

interface Props {
  heading: ReactNode;
  /** Right of the heading: a count, a link, buttons. */
  aside?: ReactNode;
  /** A framed sheet instead of a part of the page. */
  framed?: boolean;
  className?: string;
  children: ReactNode;
}

/** A named part of a page. */
export function Section({ heading, aside, framed = false, className, children }: Props) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={clsx(framed ? "rounded-lg border border-rule bg-card p-4 sm:p-5" : "border-t border-rule pt-5", className)}>
      <div className="mb-3 flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <h2 id={id} className={clsx("font-semibold", framed ? "text-sm" : "text-lg")}>{heading}</h2>
        {aside && <div className="ml-auto text-sm text-muted">{aside}</div>}
      </div>
      {children}
    </section>
  );
}
