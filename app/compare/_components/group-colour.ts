import { MAP_PALETTES } from "@/lib/features/caption-map/palette";

/** The colour of a group, in both themes: the server does not know which one the browser shows. */
export const groupColour = (group: number): string => `light-dark(${MAP_PALETTES.light.image[group % 16]}, ${MAP_PALETTES.dark.image[group % 16]})`;
