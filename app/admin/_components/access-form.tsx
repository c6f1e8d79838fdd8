"use client";

import { useState, type ReactNode, type SubmitEvent } from "react";
import { Icon } from "@/app/_components/icon";
import { Button } from "./button";
import { useAccessFault } from "./use-access-fault";

interface Props {
  submit: string;
  /** @throws what the fault is told from; a string that it gives back is a fault, too */
  onSubmit: (given: FormData) => Promise<string | void>;
  /** Shows the fault at its field; null hides it. */
  children: (invalid: boolean) => ReactNode;
}

/** A form that holds secrets: it is posted even where no script runs, so that nothing of it comes into an address. */
export function AccessForm({ submit, onSubmit, children }: Props) {
  const tell = useAccessFault();
  const [fault, setFault] = useState<string | null>(null);
  const [pending, setPending] = useState(false);
  const send = async (form: HTMLFormElement) => {
    setPending(true);
    setFault(null);
    try {
      setFault((await onSubmit(new FormData(form))) ?? null);
    } catch (thrown) {
      setFault(tell(thrown));
      form.querySelector<HTMLInputElement>("input:not([hidden])")?.select();
    } finally {
      setPending(false);
    }
  };
  const begin = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!pending) void send(event.currentTarget);
  };
  return (
    <form method="post" onSubmit={begin} className="space-y-4">
      <input type="text" name="username" value="admin" autoComplete="username" readOnly hidden />
      {children(fault !== null)}
      <div role="alert">
        {fault !== null && <p className="flex gap-2 rounded-md bg-bad-soft px-3 py-2 text-sm text-bad"><Icon name="alert" className="mt-0.5 size-4 shrink-0" />{fault}</p>}
      </div>
      <Button type="submit" look="primary" pending={pending} className="min-h-9">{submit}</Button>
    </form>
  );
}
