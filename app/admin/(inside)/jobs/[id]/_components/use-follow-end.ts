"use client";

import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from "react";

/** Pixels from the end within which a reader counts as being there. */
const NEAR = 24;

const isNear = ({ scrollHeight, scrollTop, clientHeight }: HTMLElement) => scrollHeight - scrollTop - clientHeight < NEAR;

/** Keeps a scrolling box at its end as it grows, until the reader scrolls up; back at the end, it follows again. @param length grows with the box's content */
export function useFollowEnd(length: number): { box: RefObject<HTMLDivElement | null>; atEnd: boolean; toEnd: () => void } {
  const box = useRef<HTMLDivElement>(null);
  const [atEnd, setAtEnd] = useState(true);
  const toEnd = () => {
    if (box.current) box.current.scrollTop = box.current.scrollHeight;
  };
  useEffect(() => {
    const element = box.current;
    const look = () => element && setAtEnd(isNear(element));
    element?.addEventListener("scroll", look, { passive: true });
    return () => element?.removeEventListener("scroll", look);
  }, []);
  useLayoutEffect(() => {
    if (atEnd) toEnd();
  }, [length, atEnd]);
  return { box, atEnd, toEnd };
}
