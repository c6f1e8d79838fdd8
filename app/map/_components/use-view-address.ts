import { useEffect, useEffectEvent, useRef } from "react";
import type { MapPoints } from "@/lib/features/caption-map/map-types";
import { mapParsers } from "../_lib/map-state";
import type { MapAddress } from "../_lib/use-map-state";
import type { Scene } from "../_render/open-scene";
import { closeZoom, viewAround, WHOLE_MAP, type View } from "../_view/view";

/** Milliseconds of rest after which the address says where one looks. */
const REST = 300;

/** The whole map needs no saying. */
const textOf = (view: View | null): string => (view === null ? textOf(WHOLE_MAP) : mapParsers.at.serialize(view));

/**
 * Keeps what is seen and the address alike. An address without a place leads to the point it names, else to the whole map.
 * @returns hears of each view, and of one that the address is about to say
 */
export function useViewAddress(scene: Scene | null, { state, note }: MapAddress, chosen: MapPoints | null): { onView: (view: View) => void; expect: (view: View) => void } {
  const said = useRef(textOf(state.at));
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const expect = (view: View) => {
    clearTimeout(timer.current);
    said.current = textOf(view);
  };
  const onView = (view: View) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      if (textOf(view) === said.current) return;
      said.current = textOf(view);
      note({ at: textOf(view) === textOf(null) ? null : view });
    }, REST);
  };
  const follow = useEffectEvent((asked: View | null, points: MapPoints | null) => {
    if (!scene) return;
    if (asked !== null) {
      if (textOf(asked) === said.current) return;
      said.current = textOf(asked);
      return scene.zoom.go(asked, true);
    }
    if (points) scene.zoom.go(viewAround([...points.points, ...points.siblings.filter(() => state.caption === null)], scene.frame(), closeZoom(scene.store.layout.count, scene.frame())), true);
    else if (said.current !== textOf(null)) scene.zoom.go(WHOLE_MAP, true);
    said.current = textOf(null);
  });
  useEffect(() => follow(state.at, chosen), [scene, state.at, chosen]);
  return { onView, expect };
}
