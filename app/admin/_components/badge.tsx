import clsx from "clsx";
import type { ReactNode } from "react";
import { Icon } from "@/app/_components/icon";

export type Tone = "neutral" | "active" | "good" | "warn" | "bad";

const tones: Record<Tone, string> = {
  neutral: "border-rule bg-sunk text-muted",
  active: "border-transparent bg-accent-soft text-accent",
  good: "border-transparent bg-good-soft text-good",
  warn: "border-transparent bg-warn-soft text-warn",
  bad: "border-transparent bg-bad-soft text-bad",
};

/** A state, told by word, picture and colour. */
export function Badge({ tone, icon, turning = false, children }: { tone: Tone; icon: Parameters<typeof Icon>[0]["name"]; turning?: boolean; children: ReactNode }) {
  return (
    <span className={clsx("inline-flex items-center gap-1 rounded-full border py-0.5 pr-2.5 pl-2 text-xs font-medium tracking-normal whitespace-nowrap", tones[tone])}>
      <span data-turning={turning ? "" : undefined} className="grid size-3.5 place-items-center"><Icon name={icon} className="size-3.5" /></span>
      {children}
    </span>
  );
}
