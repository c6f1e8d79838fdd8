import { cache } from "react";

/** Milliseconds since 1970, the same all along a request. */
export const serverTime = cache(() => Date.now());
