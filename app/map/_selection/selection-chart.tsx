"use client";

import { useMemo, useRef, type KeyboardEvent, type PointerEvent } from "react";
import type { SelectionLayout } from "@/lib/features/caption-map/map-types";
import { languageShape, MAP_PALETTES, type MapShape } from "@/lib/features/caption-map/palette";
import type { Frame } from "../_view/view";
import { placeCaptions } from "./place-captions";
import { spreadOver, type Cloud, type Turn } from "./spread";

const outlines: Record<MapShape, string> = { circle: "M5 0A5 5 0 1 1-5 0 5 5 0 1 1 5 0z", triangle: "M0-5.8 5.4 4.2-5.4 4.2z", square: "M-4.4-4.4h8.8v8.8h-8.8z" };

interface Props {
  selection: Pick<SelectionLayout, "points" | "colours">;
  cloud: Cloud;
  frame: Frame;
  label: string;
  /** Captions stand beside their points. */
  labelled: boolean;
  pointed: number | null;
  onPoint: (index: number | null) => void;
  onOpen: (index: number) => void;
  /** Null where there is nothing to turn. */
  turn: Turn;
  onTurn: ((turn: Turn) => void) | null;
}

/** The colours of both themes at once: the server does not know which one the browser shows. */
const colourOf = (code: number) => `light-dark(${MAP_PALETTES.light.image[code % 16]}, ${MAP_PALETTES.dark.image[code % 16]})`;

const PER_KEY = Math.PI / 24;
const PER_PIXEL = 0.008;

/** Captions as shapes in the colour of their image. */
export function SelectionChart({ selection: { points, colours }, cloud, frame, label, labelled, pointed, onPoint, onOpen, turn, onTurn }: Props) {
  const held = useRef<{ x: number; y: number; turn: Turn } | null>(null);
  const spots = useMemo(() => spreadOver(cloud, frame, turn), [cloud, frame, turn]);
  const texts = useMemo(() => points.map(({ caption }) => caption.text), [points]);
  const captions = useMemo(() => (labelled ? placeCaptions(spots, texts, frame) : []), [labelled, spots, texts, frame]);
  const order = useMemo(() => spots.map((_, i) => i).sort((a, b) => spots[a]!.near - spots[b]!.near || a - b), [spots]);
  const family = pointed === null ? null : points[pointed]?.image;

  const onPointerDown = (event: PointerEvent<SVGSVGElement>) => {
    if (!onTurn) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    held.current = { x: event.clientX, y: event.clientY, turn };
  };
  const onPointerMove = (event: PointerEvent<SVGSVGElement>) => {
    if (!held.current || !onTurn) return;
    onTurn({ yaw: held.current.turn.yaw + PER_PIXEL * (event.clientX - held.current.x), pitch: held.current.turn.pitch + PER_PIXEL * (event.clientY - held.current.y) });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (!by || !onTurn) return;
    event.preventDefault();
    onTurn({ yaw: turn.yaw + PER_KEY * by[0]!, pitch: turn.pitch + PER_KEY * by[1]! });
  };
  return (
    <svg viewBox={`0 0 ${frame.width} ${frame.height}`} role="img" aria-label={label}
      tabIndex={onTurn ? 0 : undefined} onKeyDown={onKeyDown} onPointerDown={onPointerDown} onPointerMove={onPointerMove} onPointerUp={() => (held.current = null)} onPointerCancel={() => (held.current = null)}
      className={onTurn ? "absolute inset-0 size-full cursor-grab touch-none select-none active:cursor-grabbing" : "absolute inset-0 size-full"}>
      {order.map((i) => {
        const [point, { left, top, near }] = [points[i]!, spots[i]!];
        const apart = family !== null && family !== undefined && (family.id !== point.image.id || family.collection !== point.image.collection);
        const size = (1 + 0.25 * near) * (i === pointed ? 1.7 : 1);
        return (
          <path key={i} d={outlines[languageShape(point.caption.language)]} transform={`translate(${left.toFixed(1)} ${top.toFixed(1)}) scale(${size.toFixed(2)})`} style={{ fill: colourOf(colours[i] ?? 0) }} opacity={apart ? 0.2 : 0.9}
            onPointerEnter={() => onPoint(i)} onPointerLeave={() => onPoint(null)} onClick={() => onOpen(i)} className="cursor-pointer stroke-paper" strokeWidth="0.75" />
        );
      })}
      <g className="pointer-events-none" fontSize="12">
        {captions.map(({ index, text, anchor, left, top }) => (
          <text key={index} x={left.toFixed(1)} y={top.toFixed(1)} textAnchor={anchor} dominantBaseline="central" lang={points[index]?.caption.language} className="fill-ink stroke-paper" strokeWidth="3" paintOrder="stroke">{text}</text>
        ))}
      </g>
    </svg>
  );
}
