import type { ReactNode } from "react";
import { Icon } from "@/app/_components/icon";
import type { Fault } from "@/lib/features/reindexing/verify/verify-types";

interface Props {
  name: ReactNode;
  detail?: string;
  /** What is said where nothing is wrong. */
  fine: string;
  /** In English, as the server says them. */
  faults: Fault[];
}

/** One thing that was looked at: that it is well, or what is wrong with it and what to do. */
export function Finding({ name, detail, fine, faults }: Props) {
  return (
    <li className="flex flex-wrap gap-x-4 gap-y-1 py-2.5 sm:grid sm:grid-cols-[14rem_minmax(0,1fr)]">
      <span className="min-w-0 wrap-anywhere">{name} {detail && <span className="text-xs text-muted">{detail}</span>}</span>
      {faults.length === 0 ? <span className="flex items-center gap-1.5 text-muted"><Icon name="check" className="size-3.5 shrink-0 text-good" />{fine}</span> : (
        <ul lang="en" className="min-w-0 space-y-2">
          {faults.map(({ fault, mend }) => <li key={fault} className="wrap-anywhere"><span className="flex gap-1.5 text-bad"><Icon name="alert" className="mt-0.5 size-3.5 shrink-0" />{fault}</span><span className="block pl-5 text-muted">{mend}</span></li>)}
        </ul>
      )}
    </li>
  );
}
