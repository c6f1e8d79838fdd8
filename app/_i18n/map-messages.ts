import type { Locale } from "./locale";
import mapEn from "./messages/map.en.json";
import mapJa from "./messages/map.ja.json";

export type MapMessages = typeof mapEn;

/** What the map says. Its page is live, so the browser is sent these messages there. */
export const mapMessages: Record<Locale, MapMessages> = { en: mapEn, ja: mapJa };
