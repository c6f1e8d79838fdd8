import type { ReactNode } from "react";

interface Props {
  /** A link to the page above. */
  above?: ReactNode;
  heading: ReactNode;
  /** Beside the heading: a state. */
  mark?: ReactNode;
  /** One sentence on what the page is for. */
  lead?: ReactNode;
  /** Buttons. */
  children?: ReactNode;
}

export function PageHeading({ above, heading, mark, lead, children }: Props) {
  return (
    <header className="mb-6">
      {above && <p className="mb-1 text-sm text-muted">{above}</p>}
      <div className="flex flex-wrap items-start gap-x-6 gap-y-4">
        <div className="min-w-0 sm:flex-1">
          <div className="flex min-h-8 flex-wrap items-center gap-x-3 gap-y-1">
            <h1 className="text-2xl leading-tight font-semibold tracking-tight">{heading}</h1>
            {mark}
          </div>
          {lead && <p className="mt-2 max-w-2xl leading-relaxed text-pretty text-muted">{lead}</p>}
        </div>
        {children && <div className="flex min-h-8 flex-wrap items-center gap-2">{children}</div>}
      </div>
    </header>
  );
}
