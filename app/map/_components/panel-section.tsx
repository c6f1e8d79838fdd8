"use client";

import type { ReactNode } from "react";
import { Icon } from "@/app/_components/icon";

interface Props {
  heading: ReactNode;
  closeLabel: string;
  onClose: () => void;
  children: ReactNode;
}

/** A part of what stands beside the map, with the way to let go of it. */
export function PanelSection({ heading, closeLabel, onClose, children }: Props) {
  return (
    <section className="border-b border-rule px-4 pt-3 pb-5 last:border-b-0">
      <div className="flex items-start justify-between gap-3">
        <h2 className="min-w-0 pt-1 text-sm font-medium break-words">{heading}</h2>
        <button type="button" onClick={onClose} aria-label={closeLabel} title={closeLabel} className="-mr-1.5 grid size-8 shrink-0 place-items-center rounded-sm text-muted hover:bg-sunk hover:text-ink">
          <Icon name="close" className="size-4" />
        </button>
      </div>
      {children}
    </section>
  );
}
