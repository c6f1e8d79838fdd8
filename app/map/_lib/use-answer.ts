import { useEffect, useState } from "react";
import { askMap, MapRefusal } from "./map-fetch";

/** What the API answered to an address; both null while it is awaited, or where nothing is asked. */
export interface Answer<T> {
  answer: T | null;
  refusal: MapRefusal | null;
}

/** Answers kept, so that pointing at a caption again asks nothing. */
const KEPT = 200;
const answers = new Map<string, Promise<unknown>>();

/** Asks once, and gives the same answer to whoever asks later; refusals are forgotten. */
export function askOnce<T>(address: string, read: (response: Response) => Promise<T> = (response) => response.json() as Promise<T>): Promise<T> {
  const known = answers.get(address);
  if (known) return known as Promise<T>;
  const asked = askMap(address).then(read);
  answers.set(address, asked);
  asked.catch(() => answers.delete(address));
  const oldest = answers.keys().next().value;
  if (answers.size > KEPT && oldest !== undefined) answers.delete(oldest);
  return asked;
}

const toRefusal = (error: unknown) => (error instanceof MapRefusal ? error : new MapRefusal(String(error), "internal"));

/** @param read how to read an answer that is no JSON; the same function at each call */
export function useAnswer<T>(address: string | null, read?: (response: Response) => Promise<T>): Answer<T> {
  const [state, setState] = useState<Answer<T> & { address: string | null }>({ address: null, answer: null, refusal: null });
  useEffect(() => {
    if (address === null) return;
    let wanted = true;
    const take = (found: Answer<T>) => wanted && setState({ address, ...found });
    askOnce(address, read).then((answer) => take({ answer, refusal: null }), (error: unknown) => take({ answer: null, refusal: toRefusal(error) }));
    return () => {
      wanted = false;
    };
  }, [address, read]);
  return state.address === address ? state : { answer: null, refusal: null };
}
