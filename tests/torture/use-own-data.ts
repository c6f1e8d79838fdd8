import { afterEach } from "vitest";
import { OwnData } from "./own-data";

/** Makes data folders for the tests of a file. */
export function useOwnData(): (within?: string) => Promise<OwnData> {
  const made: OwnData[] = [];
  afterEach(async () => {
    for (const data of made.splice(0)) await data.end();
  });
  return async (within) => {
    const data = await OwnData.make(within);
    made.push(data);
    return data;
  };
}
