"use client";

import clsx from "clsx";
import { useId } from "react";
import { CaptionPicture } from "@/app/_components/caption-picture";
import { Icon } from "@/app/_components/icon";
import type { ImageSummary, SearchHit } from "@/lib/features/search/search-types";

/** Images that a query may be pinned to: as many as the gate looks at. */
const MOST = 10;

export const nameOf = ({ collection, id }: Pick<ImageSummary, "collection" | "id">): string => `${collection}/${id}`;

interface Props {
  legend: string;
  hits: SearchHit[];
  chosen: ReadonlySet<string>;
  onChange: (chosen: ReadonlySet<string>) => void;
}

/** Found images as small cards, each of which can be chosen. */
export function ImageChoices({ legend, hits, chosen, onChange }: Props) {
  const toggle = (name: string, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(name);
    else next.delete(name);
    onChange(next);
  };
  return (
    <fieldset>
      <legend className="mb-3 text-sm font-medium">{legend}</legend>
      <div className="grid grid-cols-2 gap-4 xs:grid-cols-3 md:grid-cols-4 xl:grid-cols-6">
        {hits.map((hit) => <Choice key={nameOf(hit.image)} hit={hit} checked={chosen.has(nameOf(hit.image))} full={chosen.size >= MOST} onChange={(on) => toggle(nameOf(hit.image), on)} />)}
      </div>
    </fieldset>
  );
}

function Choice({ hit: { image, captions: [best] }, checked, full, onChange }: { hit: SearchHit; checked: boolean; full: boolean; onChange: (on: boolean) => void }) {
  const id = useId();
  return (
    <div className="relative min-w-0">
      <input id={id} type="checkbox" checked={checked} disabled={full && !checked} onChange={(event) => onChange(event.target.checked)} className="peer absolute top-2 left-2 z-10 size-5 opacity-0" />
      <label htmlFor={id} className="block cursor-pointer rounded-sm peer-focus-visible:outline-2 peer-focus-visible:outline-offset-3 peer-focus-visible:outline-accent">
        <span className={clsx("relative block rounded-sm outline-offset-0", checked && "outline-3 outline-accent")}>
          <CaptionPicture image={image} className="aspect-[4/3] rounded-sm border border-rule" />
          <span aria-hidden="true" className={clsx("absolute top-2 left-2 grid size-5 place-items-center rounded-xs border", checked ? "border-accent bg-accent text-on-accent" : "border-edge bg-card")}>{checked && <Icon name="check" className="size-4" />}</span>
        </span>
        <span lang={best?.language} className="mt-1.5 line-clamp-2 text-xs leading-relaxed wrap-anywhere">{best?.text}</span>
      </label>
    </div>
  );
}
