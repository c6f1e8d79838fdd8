"use client";

import { useId } from "react";
import { useTranslations } from "use-intl";
import type { Swap } from "@/lib/features/reindexing/reindex-types";

const ways = ["beside", "pause"] as const satisfies Swap[];

/** How servers take a generation up. */
export function SwapChoice({ swap, onChange }: { swap: Swap; onChange: (swap: Swap) => void }) {
  const t = useTranslations("admin.index.activate");
  const name = useId();
  return (
    <fieldset className="mt-4">
      <legend className="text-sm font-medium text-ink">{t("swap")}</legend>
      <div className="mt-1.5 space-y-2">
        {ways.map((way) => (
          <label key={way} className="grid grid-cols-[auto_minmax(0,1fr)] items-baseline gap-x-2.5 text-sm">
            <input type="radio" name={name} checked={swap === way} onChange={() => onChange(way)} className="size-4 translate-y-0.5 accent-accent" />
            <span className="text-ink">{t(way)}</span>
            <span className="col-start-2 text-xs leading-relaxed text-muted">{t(`${way}Hint`)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
