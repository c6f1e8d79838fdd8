import type { LayoutView } from "@/lib/features/caption-map/map-types";
import type { View } from "../_view/view";
import { openScene, type Scene, type SceneElements, type SceneEvents } from "./open-scene";
import { NoWebGl } from "./point-renderer";

export type Loading = { kind: "loading"; loaded: number } | { kind: "ready" } | { kind: "failed"; message: string } | { kind: "no-webgl" };

export interface SceneState {
  /** Null before it is opened, and where it cannot be. */
  scene: Scene | null;
  loading: Loading;
}

export const UNOPENED: SceneState = { scene: null, loading: { kind: "loading", loaded: 0 } };

/** The scene of a page and how far it is, for useSyncExternalStore. */
export class SceneSource {
  private state = UNOPENED;
  private readonly listeners = new Set<() => void>();

  readonly current = (): SceneState => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  /** @returns closes it */
  open(layout: LayoutView, elements: SceneElements, start: View, events: Pick<SceneEvents, "onView" | "dragMoves">): () => void {
    try {
      const { scene, close } = openScene(layout, elements, start, {
        ...events,
        onPoints: (loaded) => this.set({ loading: { kind: "loading", loaded } }),
        onReady: () => this.set({ loading: { kind: "ready" } }),
        onFailure: (message) => this.set({ loading: { kind: "failed", message } }),
      });
      this.set({ scene });
      return () => {
        this.set(UNOPENED);
        close();
      };
    } catch (error) {
      if (!(error instanceof NoWebGl)) throw error;
      this.set({ loading: { kind: "no-webgl" } });
      return () => this.set(UNOPENED);
    }
  }

  private set(changes: Partial<SceneState>): void {
    this.state = { ...this.state, ...changes };
    for (const listener of this.listeners) listener();
  }
}
