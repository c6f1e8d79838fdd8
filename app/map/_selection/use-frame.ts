import { useEffect, useState, type RefObject } from "react";
import type { Frame } from "../_view/view";

/** The size of an element; before it is known, and on the server, that of a middling one. */
export function useFrame(element: RefObject<HTMLElement | null>, usual: Frame): Frame {
  const [frame, setFrame] = useState(usual);
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => entry && setFrame({ width: entry.contentRect.width, height: entry.contentRect.height }));
    if (element.current) observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return frame;
}
