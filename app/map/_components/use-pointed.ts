import { useEffect, useState } from "react";
import type { LayoutView, MapPoints } from "@/lib/features/caption-map/map-types";
import { pointsAddress } from "../_lib/map-answers";
import { useAnswer } from "../_lib/use-answer";

/** Milliseconds that mouse or keys stay at a point before its caption is asked for. */
const STAY = 60;

/** The point that mouse or keys are at, and what it is once that is known. */
export function usePointed({ id }: LayoutView): { pointed: number | null; point: (point: number | null) => void; told: MapPoints | null } {
  const [pointed, point] = useState<number | null>(null);
  const [stayed, stay] = useState<number | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => stay(pointed), STAY);
    return () => clearTimeout(timer);
  }, [pointed]);
  const { answer } = useAnswer<MapPoints>(stayed === null || stayed !== pointed ? null : pointsAddress(id, { points: stayed }));
  return { pointed, point, told: answer };
}
