"use client";

import clsx from "clsx";
import { useTheme } from "next-themes";
import { useSyncExternalStore } from "react";
import { Icon } from "./icon";

const themes = ["light", "dark", "system"] as const;
type Theme = (typeof themes)[number];

const never = () => () => undefined;

/** What the reader chose lives in their browser: the server cannot know it, and shows none as chosen. */
function useChosenTheme(): string | null {
  const { theme } = useTheme();
  const hydrated = useSyncExternalStore(never, () => true, () => false);
  return hydrated ? (theme ?? null) : null;
}

export function ThemeSwitch({ label, options }: { label: string; options: Record<Theme, string> }) {
  const { setTheme } = useTheme();
  const chosen = useChosenTheme();
  return (
    <fieldset className="flex rounded-md border border-rule p-0.5">
      <legend className="sr-only">{label}</legend>
      {themes.map((theme) => (
        <label key={theme} title={options[theme]} className={clsx("grid size-7.5 cursor-pointer place-items-center rounded-sm has-focus-visible:outline-2 has-focus-visible:outline-accent", chosen === theme ? "bg-sunk text-ink" : "text-muted hover:text-ink")}>
          <input type="radio" name="theme" value={theme} checked={chosen === theme} onChange={() => setTheme(theme)} className="sr-only" />
          <Icon name={theme} className="size-4" />
          <span className="sr-only">{options[theme]}</span>
        </label>
      ))}
    </fieldset>
  );
}
