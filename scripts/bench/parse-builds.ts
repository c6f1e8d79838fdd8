import { InvalidArgumentError } from "commander";

/** How an index is built, as hnswlib names it. */
export interface Build {
  m: number;
  efConstruction: number;
}

/** "12/100,16/200": pairs of M and efConstruction. */
export function parseBuilds(text: string): Build[] {
  return text.split(",").map((pair) => {
    const match = /^([1-9]\d*)\/([1-9]\d*)$/.exec(pair.trim());
    if (!match) throw new InvalidArgumentError("Give pairs of M and efConstruction such as 12/100,16/200.");
    return { m: Number(match[1]), efConstruction: Number(match[2]) };
  });
}
