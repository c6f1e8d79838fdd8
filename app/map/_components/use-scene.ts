import { useEffect, useEffectEvent, useState, useSyncExternalStore, type RefObject } from "react";
import type { LayoutView } from "@/lib/features/caption-map/map-types";
import type { SceneEvents } from "../_render/open-scene";
import { SceneSource, UNOPENED, type SceneState } from "../_render/scene-source";
import { WHOLE_MAP, type View } from "../_view/view";

interface Asked extends Pick<SceneEvents, "onView" | "dragMoves"> {
  start: View | null;
}

/** Draws a layout on the stage for as long as the component is shown. Another layout needs another component (a key). */
export function useScene(layout: LayoutView, stage: RefObject<HTMLElement | null>, asked: Asked): SceneState {
  const [source] = useState(() => new SceneSource());
  const onView = useEffectEvent(asked.onView);
  const dragMoves = useEffectEvent(asked.dragMoves);
  const open = useEffectEvent((elements: Parameters<SceneSource["open"]>[1]) =>
    source.open(layout, elements, asked.start ?? WHOLE_MAP, { onView: (view) => onView(view), dragMoves: () => dragMoves() }));
  useEffect(() => {
    const points = stage.current?.querySelector<HTMLCanvasElement>("[data-layer=points]");
    const overlay = stage.current?.querySelector<HTMLCanvasElement>("[data-layer=overlay]");
    return stage.current && points && overlay ? open({ stage: stage.current, points, overlay }) : undefined;
  }, [stage]);
  return useSyncExternalStore(source.subscribe, source.current, () => UNOPENED);
}
