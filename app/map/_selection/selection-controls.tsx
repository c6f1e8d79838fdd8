"use client";

import clsx from "clsx";
import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { LAYOUT_METHODS } from "@/lib/features/caption-map/map-types";
import type { MapAddress } from "../_lib/use-map-state";

/** Milliseconds of rest after which a moved slider counts as set. */
const REST = 150;

interface Props extends Pick<MapAddress, "state" | "go" | "note"> {
  count: number;
  perplexity: number;
}

/** By which method the captions are laid out, and how. */
export function SelectionControls({ state, go, note, count, perplexity }: Props) {
  const t = useTranslations("map");
  const method = state.method ?? "tsne";
  return (
    <div className="space-y-4 text-sm">
      <Choice legend={t("selection.method")} name="method" value={method} options={LAYOUT_METHODS.map((value) => ({ value, label: t(`layout.method.${value}`) }))} onChoose={(value) => go({ method: value })} />
      {method === "tsne" ? <Perplexity key={perplexity} perplexity={perplexity} highest={(count - 1) / 3} onSet={(value) => note({ perplexity: value })} />
        : <Choice legend={t("selection.components")} name="components" value={state.components ?? "2"} options={[{ value: "2", label: t("selection.two") }, { value: "3", label: t("selection.three") }]} onChoose={(value) => go({ components: value })} />}
    </div>
  );
}

interface ChoiceProps<T extends string> {
  legend: string;
  name: string;
  value: T;
  options: readonly { value: T; label: string }[];
  onChoose: (value: T) => void;
}

function Choice<T extends string>({ legend, name, value, options, onChoose }: ChoiceProps<T>) {
  return (
    <fieldset>
      <legend className="text-xs text-muted">{legend}</legend>
      <div className="mt-1 flex rounded-md border border-rule p-0.5">
        {options.map((option) => (
          <label key={option.value} className={clsx("min-h-8 flex-1 cursor-pointer rounded-sm px-3 py-1.5 text-center has-focus-visible:outline-2 has-focus-visible:outline-accent", option.value === value ? "bg-sunk font-medium" : "text-muted hover:text-ink")}>
            <input type="radio" name={name} value={option.value} checked={option.value === value} onChange={() => onChoose(option.value)} className="sr-only" />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Perplexity({ perplexity, highest, onSet }: { perplexity: number; highest: number; onSet: (value: number) => void }) {
  const t = useTranslations("map.selection");
  const [moved, setMoved] = useState(perplexity);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const most = Math.max(1, Math.floor(highest * 10) / 10);
  const move = (value: number) => {
    setMoved(value);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => onSet(value), REST);
  };
  return (
    <label className="block">
      <span className="flex justify-between text-xs text-muted">{t("perplexity")}<output className="text-sm text-ink tabular-nums">{moved.toFixed(1).replace(/\.0$/, "")}</output></span>
      <input type="range" min={1} max={most} step={most > 20 ? 1 : 0.5} value={moved} disabled={most <= 1} onChange={(event) => move(event.target.valueAsNumber)} className="mt-1 w-full" />
      <span className="mt-1 block text-xs leading-relaxed text-muted">{t("perplexityHint")}</span>
    </label>
  );
}
