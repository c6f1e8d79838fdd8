"use client";

import clsx from "clsx";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useTransition, type KeyboardEvent, type SubmitEvent } from "react";
import { addressOf } from "./form-address";
import { Icon } from "./icon";
import { useSlashFocus } from "./use-slash-focus";

interface Props {
  query: string;
  /** Filters that a new query keeps: address parameter → value. */
  kept: Record<string, string>;
  labels: { label: string; placeholder: string; submit: string };
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
  useSlashFocus(input);
  useEffect(() => {
    if (input.current) input.current.value = query;
    if (goesOnTyping) input.current?.focus();
    goesOnTyping = false;
  }, [query]);

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const address = addressOf(new FormData(event.currentTarget));
    if (!address) return input.current?.focus();
    const touch = matchMedia("(pointer: coarse)").matches;
    if (touch) input.current?.blur();
    goesOnTyping = !touch;
    startTransition(() => router.push(address));
  };
  return (
    <form role="search" action="/" onSubmit={submit} data-pending={pending}
      className={clsx("flex items-center rounded-md border border-edge bg-card pl-3.5 focus-within:border-accent focus-within:ring-2 focus-within:ring-accent/30", large ? "h-15" : "h-11")}>
      <Icon name="search" className="size-4.5 shrink-0 text-muted" />
      {/* Where the box is what the page is for, it is ready to type in. */}
      {/* eslint-disable-next-line jsx-a11y/no-autofocus */}
      <input autoFocus={large} ref={input} type="search" name="q" defaultValue={query} required aria-label={labels.label} placeholder={labels.placeholder} maxLength={1000} autoComplete="off" enterKeyHint="search" aria-keyshortcuts="/"
        data-search-input="" onKeyDown={(event) => isConfirmingConversion(event) && event.preventDefault()}
        className={clsx("h-full min-w-0 flex-1 bg-transparent px-3 outline-none focus-visible:outline-none", large ? "text-lg" : "text-base")} />
      {Object.entries(kept).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
      <button type="submit" className={clsx("mr-1.5 shrink-0 rounded-sm bg-ink px-4 font-medium text-paper hover:bg-accent hover:text-on-accent", large ? "h-12 md:px-6" : "h-8 text-sm")}>{labels.submit}</button>
    </form>
  );
}
