import type { ReactNode } from "react";

/** In place of a list that has nothing to list: why, and what to do. */
export function EmptyState({ heading, children }: { heading: ReactNode; children?: ReactNode }) {
  return (
    <div className="rounded-lg border border-dashed border-edge px-5 py-8 text-center">
      <p className="font-medium">{heading}</p>
      {children && <div className="mx-auto mt-1.5 max-w-md text-sm leading-relaxed text-muted">{children}</div>}
    </div>
  );
}
