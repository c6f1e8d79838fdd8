import { layOut, type TsneHooks, type TsneInput, type TsneLayout } from "./lay-out";
import { localTeam } from "./local-team";
import type { TsneParameters } from "./parameters";

/**
 * A t-SNE on the calling thread, which gets its turn every few milliseconds: for selections of some hundred points. Uses nothing of Node.
 * See layOut for errors.
 */
export const layOutHere = (input: TsneInput, parameters: Partial<TsneParameters> = {}, hooks: TsneHooks = {}): Promise<TsneLayout> => layOut(input, parameters, hooks, localTeam);
