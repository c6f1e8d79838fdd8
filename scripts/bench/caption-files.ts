import { existsSync } from "node:fs";

const REAL = ["../shared/data/captions/yj-ja.json", "../shared/data/captions/multi30k-train-en.json"];
const SAMPLE = ["public/sample/captions_ja.json", "public/sample/captions_en.json"];

/** Captions in both languages to measure with, where none are given: real ones where they are beside the project, else the sample's. */
export const captionFiles = (): string[] => (REAL.every((file) => existsSync(file)) ? REAL : SAMPLE);
