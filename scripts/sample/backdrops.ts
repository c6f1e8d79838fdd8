import { indoorLayers } from "./layers/indoors";
import { landLayers } from "./layers/land";
import { skyLayers } from "./layers/sky";
import { townLayers } from "./layers/town";
import { waterLayers } from "./layers/water";
import { weatherLayers } from "./layers/weather";

/** Every layer that a backdrop can be made of. */
export const layers = { ...skyLayers, ...waterLayers, ...landLayers, ...townLayers, ...indoorLayers, ...weatherLayers };

export type LayerName = keyof typeof layers;

export const layerNames = Object.keys(layers) as [LayerName, ...LayerName[]];

/** Draws layers over each other, the farthest first. */
export const drawLayers = (names: LayerName[]): string => names.map((name) => layers[name]).join("");
