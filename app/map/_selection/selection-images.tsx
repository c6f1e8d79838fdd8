"use client";

import Link from "next/link";
import { CaptionPicture } from "@/app/_components/caption-picture";
import { imageHref } from "@/app/_components/image-address";
import { formatImageName } from "@/lib/features/caption-map/image-name";
import type { SelectionLayout } from "@/lib/features/caption-map/map-types";
import { MAP_PALETTES } from "@/lib/features/caption-map/palette";

/** Pictures shown at most. */
const MOST = 60;

interface Props {
  selection: Pick<SelectionLayout, "points" | "colours">;
  onPoint: (index: number | null) => void;
}

/** The images of the captions, each with its colour; pointing at one shows its captions on the picture. */
export function SelectionImages({ selection: { points, colours }, onPoint }: Props) {
  const firsts = [...new Map(points.map(({ image }, index) => [formatImageName(image), index]).reverse() as [string, number][]).values()].reverse().slice(0, MOST);
  return (
    <ul className="grid grid-cols-3 gap-2">
      {firsts.map((index) => {
        const image = points[index]!.image;
        const code = (colours[index] ?? 0) % 16;
        return (
          <li key={index}>
            <Link href={imageHref(image)} prefetch={false} onPointerEnter={() => onPoint(index)} onPointerLeave={() => onPoint(null)} onFocus={() => onPoint(index)} onBlur={() => onPoint(null)} className="block text-xs text-muted hover:text-accent">
              <CaptionPicture image={image} className="aspect-[4/3] rounded-xs border border-rule" />
              <span className="mt-1 flex items-center gap-1.5 truncate tabular-nums">
                <span aria-hidden="true" className="size-2.5 shrink-0 rounded-full" style={{ background: `light-dark(${MAP_PALETTES.light.image[code]}, ${MAP_PALETTES.dark.image[code]})` }} />{image.id}
              </span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
