import { useSyncExternalStore } from "react";
import { SavedAreas, type SavedArea } from "../_lib/saved-areas";

export const savedAreas = new SavedAreas(() => localStorage);

const none: SavedArea[] = [];

export const useSavedAreas = (): SavedArea[] => useSyncExternalStore(savedAreas.subscribe, savedAreas.current, () => none);
