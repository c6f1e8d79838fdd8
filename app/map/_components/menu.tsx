"use client";

import { useEffect, useRef, type ReactNode } from "react";
import { Icon } from "@/app/_components/icon";
import { MapIcon, type MapIconName } from "./map-icon";

interface Props {
  icon: MapIconName;
  label: string;
  /** What is chosen now, where there is room. */
  value?: string;
  children: ReactNode;
}

/** A button that unfolds a card; a press elsewhere or Escape folds it. */
export function Menu({ icon, label, value, children }: Props) {
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const fold = (event: Event) => {
      const element = details.current;
      if (!element?.open) return;
      if (event instanceof KeyboardEvent ? event.key === "Escape" : !element.contains(event.target as Node)) {
        element.open = false;
        if (event instanceof KeyboardEvent) element.querySelector("summary")?.focus();
      }
    };
    document.addEventListener("pointerdown", fold);
    document.addEventListener("keydown", fold);
    return () => {
      document.removeEventListener("pointerdown", fold);
      document.removeEventListener("keydown", fold);
    };
  }, []);
  return (
    <details ref={details} name="map-menu" className="group/menu relative">
      <summary title={label} className="flex h-9 list-none items-center gap-2 rounded-md border border-rule bg-card px-2.5 text-sm hover:border-edge group-open/menu:border-edge">
        <MapIcon name={icon} />
        <span className="sr-only lg:not-sr-only">{label}</span>
        {value && <span className="hidden text-muted xl:inline">{value}</span>}
        <Icon name="down" className="hidden size-3.5 text-muted sm:block" />
      </summary>
      <div className="fixed inset-x-2 z-40 mt-1.5 max-h-[70dvh] overflow-y-auto rounded-md border border-edge bg-card p-4 text-sm shadow-lg sm:absolute sm:inset-x-auto sm:left-0 sm:w-88">{children}</div>
    </details>
  );
}
