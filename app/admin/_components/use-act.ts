"use client";

import { useCallback, useState } from "react";
import { useFaultWords } from "./use-fault-words";

/** Something a person asks for that may fail: whether it is under way, and why it failed. */
export function useAct(): { pending: boolean; error: string | null; run: (work: () => Promise<unknown>) => Promise<boolean>; forget: () => void } {
  const words = useFaultWords();
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const forget = useCallback(() => setError(null), []);
  const run = useCallback(async (work: () => Promise<unknown>) => {
    setPending(true);
    setError(null);
    try {
      await work();
      return true;
    } catch (thrown) {
      setError(words(thrown));
      return false;
    } finally {
      setPending(false);
    }
  }, [words]);
  return { pending, error, run, forget };
}
