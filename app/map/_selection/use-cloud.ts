import { useEffect, useEffectEvent, useRef, useState } from "react";
import { eased, mixClouds, type Cloud } from "./spread";

/** Milliseconds from one layout to another. */
const MORPH = 900;

/** The cloud that is shown: points wander to another one; where motion is not wanted, they are there at once. */
export function useCloud(target: Cloud): Cloud {
  const [shown, show] = useState(target);
  const latest = useRef(target);
  const wander = useEffectEvent((to: Cloud) => {
    const [from, start] = [latest.current, performance.now()];
    if (from === to) return () => undefined;
    const still = from.length !== to.length || matchMedia("(prefers-reduced-motion: reduce)").matches;
    let request = 0;
    const frame = (now: number) => {
      const share = still ? 1 : Math.min(1, Math.max(0, now - start) / MORPH);
      latest.current = share === 1 ? to : mixClouds(from, to, eased(share));
      show(latest.current);
      if (share < 1) request = requestAnimationFrame(frame);
    };
    request = requestAnimationFrame(frame);
    return () => cancelAnimationFrame(request);
  });
  useEffect(() => wander(target), [target]);
  return shown;
}
