"use client";

import clsx from "clsx";
import { useRouter } from "next/navigation";
import { useEffect, useId, useRef, useState, useTransition, type KeyboardEvent, type SubmitEvent } from "react";
import { addressOf } from "./form-address";
import { Icon } from "./icon";
import { optionId, SuggestionList } from "./suggestion-list";
import { useSlashFocus } from "./use-slash-focus";
import { useSuggestions } from "./use-suggestions";

interface Props {
  query: string;
  /** Filters that a new query keeps: address parameter → value. */
  kept: Record<string, string>;
  labels: { label: string; placeholder: string; submit: string; suggestions: string };
  /** The start page's: larger, ready to type in. */
  large?: boolean;
}

/** The results have a box of their own; whoever searched from the start page goes on typing in it. */
let goesOnTyping = false;

/** While a conversion is being confirmed, Enter belongs to the input method. Safari says so by the key code only. */
function isConfirmingConversion(event: KeyboardEvent): boolean {
  return event.key === "Enter" && (event.nativeEvent.isComposing || event.keyCode === 229);
}

/** A plain GET form that works without JavaScript; with it, the page is not loaded anew. */
export function SearchBox({ query, kept, labels, large = false }: Props) {
  const router = useRouter();
  const input = useRef<HTMLInputElement>(null);
  const [pending, startTransition] = useTransition();
  const listId = useId();
  const { suggestions, ask, clear } = useSuggestions();
  const [active, setActive] = useState(-1);
  const isOpen = suggestions.length > 0;
  useSlashFocus(input);
  useEffect(() => {
    if (input.current) input.current.value = query;
    if (goesOnTyping) input.current?.focus();
    goesOnTyping = false;
  }, [query]);

  const close = () => {
    clear();
    setActive(-1);
  };
  const choose = ({ text }: { text: string }) => {
    if (!input.current) return;
    input.current.value = text;
    input.current.form?.requestSubmit();
  };
  const move = (event: KeyboardEvent) => {
    if (isConfirmingConversion(event)) return event.preventDefault();
    if (!isOpen || event.nativeEvent.isComposing) return;
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
    const step = steps[event.key];
    const chosen = suggestions[active];
    if (event.key === "Escape") close();
    else if (event.key === "Enter" && chosen) choose(chosen);
    // One more place than there are suggestions: the text as it was typed.
    else if (step !== undefined) setActive(((active + 1 + step + suggestions.length + 1) % (suggestions.length + 1)) - 1);
    else return;
    event.preventDefault();
  };

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    close();
    const address = addressOf(new FormData(event.currentTarget));
    if (!address) return input.current?.focus();
    const touch = matchMedia("(pointer: coarse)").matches;
    if (touch) input.current?.blur();
    goesOnTyping = !touch;
    startTransition(() => router.push(address));
  };
  return (
    <form role="search" action="/" onSubmit={submit} data-pending={pending}
      className={clsx("relative flex items-center rounded-md border border-edge bg-card pl-3.5 focus-within:border-accent focus-within:ring-2 focus-within:ring-accent/30", large ? "h-15" : "h-11")}>
      <Icon name="search" className="size-4.5 shrink-0 text-muted" />
      {/* Where the box is what the page is for, it is ready to type in. */}
      {/* eslint-disable-next-line jsx-a11y/no-autofocus */}
      <input autoFocus={large} ref={input} type="search" name="q" defaultValue={query} required aria-label={labels.label} placeholder={labels.placeholder} maxLength={1000} autoComplete="off" enterKeyHint="search" aria-keyshortcuts="/"
        aria-autocomplete="list" aria-controls={isOpen ? listId : undefined} aria-activedescendant={active >= 0 ? optionId(listId, active) : undefined}
        data-search-input="" onKeyDown={move} onBlur={close}
        onChange={(event) => {
          setActive(-1);
          ask(event.currentTarget.value);
        }}
        className={clsx("h-full min-w-0 flex-1 bg-transparent px-3 outline-none focus-visible:outline-none", large ? "text-lg" : "text-base")} />
      {Object.entries(kept).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
      <button type="submit" className={clsx("mr-1.5 shrink-0 rounded-sm bg-ink px-4 font-medium text-paper hover:bg-accent hover:text-on-accent", large ? "h-12 md:px-6" : "h-8 text-sm")}>{labels.submit}</button>
      {isOpen && <SuggestionList id={listId} label={labels.suggestions} suggestions={suggestions} active={active} onChoose={choose} />}
    </form>
  );
}
