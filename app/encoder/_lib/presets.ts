import type { Locale } from "@/app/_i18n/locale";

interface Preset {
  label: "hashi" | "bank" | "bat" | "pair";
  text: string;
  to: string;
}

/** Words of two meanings in their contexts, and one caption in two languages. */
export const presets = [
  { label: "hashi", text: "川にかかるはしを渡る人", to: "はしでラーメンを食べる人" },
  { label: "bank", text: "He sat on the grassy bank of a river.", to: "She works at a big bank in town." },
  { label: "bat", text: "A boy swings a wooden bat at the ball.", to: "A small bat sleeps upside down in a cave." },
  { label: "pair", text: "海辺で犬がボールを追いかけている。", to: "A dog chases a ball on the beach." },
] as const satisfies Preset[];

/** What is shown before anybody typed. */
export const firstPreset = (locale: Locale): Preset => presets[locale === "ja" ? 0 : 1];
