import type { ReactNode } from "react";

interface Props {
  name: string;
  /** A badge, or words on how it stands. */
  state: ReactNode;
  /** Buttons. */
  actions: ReactNode;
  children?: ReactNode;
}

/** The frame of an upload, whether it is on its way or was received. */
export function UploadCard({ name, state, actions, children }: Props) {
  return (
    <li className="rounded-lg border border-rule bg-card p-4 sm:p-5">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h3 className="min-w-0 font-medium wrap-anywhere">{name}</h3>
        <div className="text-sm text-muted">{state}</div>
        <div className="flex flex-wrap gap-2 sm:ml-auto">{actions}</div>
      </div>
      {children}
    </li>
  );
}
