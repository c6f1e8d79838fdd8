import { useEffect, useRef, useState } from "react";
import type { SuggestResponse } from "@/lib/features/search/suggest-queries";

/** Milliseconds without a key after which it is asked. */
const REST = 120;

type Suggestions = SuggestResponse["suggestions"];
const none: Suggestions = [];

/** What the text in the box may go on to be; asked when typing rests, and none where that fails: nobody waits for it. */
export function useSuggestions(): { suggestions: Suggestions; ask: (text: string) => void; clear: () => void } {
  const [suggestions, setSuggestions] = useState<Suggestions>(none);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const asked = useRef<AbortController>(undefined);
  const stop = () => {
    clearTimeout(timer.current);
    asked.current?.abort();
  };
  useEffect(() => stop, []);

  const fetchFor = async (text: string) => {
    const { signal } = (asked.current = new AbortController());
    try {
      const response = await fetch(`/api/v1/suggest?${new URLSearchParams({ q: text.slice(0, 1000) })}`, { signal });
      if (response.ok) setSuggestions(((await response.json()) as SuggestResponse).suggestions);
    } catch {
      // Left, or typed on, or the server is gone: the search itself will say so.
    }
  };
  return {
    suggestions,
    ask: (text) => {
      stop();
      if (text.trim() === "") setSuggestions(none);
      else timer.current = setTimeout(() => void fetchFor(text), REST);
    },
    clear: () => {
      stop();
      setSuggestions(none);
    },
  };
}
