import type { HnswParameters } from "./vector-index";

export const hnswDefaults: HnswParameters = { m: 16, efConstruction: 200, ef: 100 };
