import { expect } from "vitest";

/** Milliseconds within which a page must come to show what is expected, also on a slow machine. */
export const PATIENCE = 20_000;

/** Reads again and again until what is expected holds. */
export const soon = <T>(read: () => T | Promise<T>) => expect.poll(read, { timeout: PATIENCE, interval: 50 });
