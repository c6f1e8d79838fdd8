import type { ReactNode } from "react";

interface Props {
  id: string;
  heading: string;
  /** Two lines, as on a slide. */
  explanation: readonly [string, string];
  children?: ReactNode;
}

/** A step of what is taught: what it is called, two lines about it, and the thing itself. */
export function TeachingSection({ id, heading, explanation, children }: Props) {
  return (
    <section aria-labelledby={id} className="mt-14 border-t border-rule pt-8">
      <h2 id={id} className="scroll-mt-24 text-xl font-semibold">{heading}</h2>
      <div className="mt-2 max-w-3xl space-y-1 leading-relaxed text-muted">{explanation.map((line) => <p key={line}>{line}</p>)}</div>
      {children && <div className="mt-6">{children}</div>}
    </section>
  );
}
