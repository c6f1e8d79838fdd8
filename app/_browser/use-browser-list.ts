import { useSyncExternalStore } from "react";
import type { BrowserList } from "./browser-list";

const none: never[] = [];

/** The list as it is; empty while the server renders. */
export const useBrowserList = <T>(list: BrowserList<T>): T[] => useSyncExternalStore(list.subscribe, list.current, () => none);
