import { useEffect, useRef, useState } from "react";
import { formatImageName } from "@/lib/features/caption-map/image-name";
import type { SelectionLayout } from "@/lib/features/caption-map/map-types";
import { askOnce } from "../_lib/use-answer";
import { Pace } from "./pace";
import { selectionAddress, type SelectionState } from "./selection-address";
import { toCloud, type Cloud } from "./spread";

/** Iterations from picture to picture: the whole takes four seconds. */
const STRIDE = 3;

export interface LiveLayout {
  state: "loading" | "running" | "paused" | "done" | "failed";
  iteration: number;
  iterations: number;
  /** In nats, from picture to picture. */
  divergences: readonly number[];
  /** Null before the first picture. */
  cloud: Cloud | null;
  message?: string;
}

export interface LiveControl {
  live: LiveLayout | null;
  start: (perplexity: number) => void;
  pause: () => void;
  resume: () => void;
  step: () => void;
  /** Back to what the server laid out. */
  leave: () => void;
}

function floatsOf(base64: string): Float32Array {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  return new Float32Array(bytes.buffer);
}

/** Runs t-SNE in this browser, the same as on the server, with a picture every few steps. */
export function useLiveLayout(state: SelectionState): LiveControl {
  const [live, setLive] = useState<LiveLayout | null>(null);
  const running = useRef<{ pace: Pace; stop: AbortController } | null>(null);
  const end = () => {
    running.current?.stop.abort();
    running.current?.pace.end();
    running.current = null;
  };
  useEffect(() => end, []);

  const start = (perplexity: number) => {
    end();
    const run = { pace: new Pace((go) => void requestAnimationFrame(go)), stop: new AbortController() };
    running.current = run;
    setLive({ state: "loading", iteration: 0, iterations: 0, divergences: [], cloud: null });
    const show = (changes: (before: LiveLayout) => Partial<LiveLayout>) => running.current === run && setLive((before) => before && { ...before, ...changes(before) });
    calculate(selectionAddress({ ...state, method: "tsne" }, true), perplexity, run, (progress) => show(({ state: how, divergences }) => ({ ...progress, state: how === "paused" ? "paused" : "running", divergences: [...divergences, progress.divergence] })))
      .then(() => show(() => ({ state: "done" })))
      .catch((error: unknown) => show(() => ({ state: "failed", message: error instanceof Error ? error.message : String(error) })));
  };
  const act = (how: LiveLayout["state"], change: (pace: Pace) => void) => {
    if (!running.current) return;
    change(running.current.pace);
    setLive((before) => before && { ...before, state: how });
  };
  const leave = () => {
    end();
    setLive(null);
  };
  return { live, start, pause: () => act("paused", (pace) => pace.pause()), resume: () => act("running", (pace) => pace.resume()), step: () => act("paused", (pace) => pace.step()), leave };
}

interface Picture {
  iteration: number;
  iterations: number;
  divergence: number;
  cloud: Cloud;
}

async function calculate(address: string, perplexity: number, { pace, stop }: { pace: Pace; stop: AbortController }, onPicture: (picture: Picture) => void): Promise<void> {
  const [{ layOutVectors }, selection] = await Promise.all([import("@/lib/features/caption-map/selection/lay-out-vectors"), askOnce<SelectionLayout>(address)]);
  const images = selection.points.map(({ image }) => formatImageName(image));
  const numbers = images.map((key) => images.indexOf(key));
  await layOutVectors(floatsOf(selection.vectors ?? ""), selection.dimensions, numbers, { method: "tsne", distance: "euclidean", components: 2, perplexity }, {
    signal: stop.signal,
    reportEvery: STRIDE,
    onProgress: ({ iteration, iterations, divergence, layout }) => onPicture({ iteration, iterations, divergence, cloud: toCloud(layout(), 2) }),
    // A checkpoint is waited for: the next steps begin with the next picture.
    checkpointEvery: STRIDE,
    onCheckpoint: () => pace.turn(),
  });
}
