"use client";

import { createContext, useCallback, useContext, useEffect, useState, type ReactNode } from "react";
import { Announce } from "@/app/_components/announce";
import { Icon } from "@/app/_components/icon";

/** Milliseconds that a message stays. */
const STAYS = 6000;

interface Toast {
  key: number;
  text: string;
  tone: "good" | "bad";
}

type Show = (text: string, tone?: Toast["tone"]) => void;

const ToastContext = createContext<Show>(() => undefined);

/** Tells in a corner, and to screen readers, what an act led to. The latest message takes the place of the one before. */
export function Toasts({ children }: { children: ReactNode }) {
  const [toast, setToast] = useState<Toast | null>(null);
  const show = useCallback<Show>((text, tone = "good") => setToast((before) => ({ key: (before?.key ?? 0) + 1, text, tone })), []);
  useEffect(() => {
    if (!toast) return;
    const timer = setTimeout(() => setToast(null), STAYS);
    return () => clearTimeout(timer);
  }, [toast]);
  return (
    <ToastContext value={show}>
      {children}
      <Announce text={toast?.text ?? ""} />
      {toast && (
        <div key={toast.key} aria-hidden="true" data-arriving="" className="fixed inset-x-4 bottom-4 z-40 mx-auto flex w-fit max-w-md items-center gap-2.5 rounded-md bg-ink px-4 py-2.5 text-sm text-paper shadow-lg">
          <Icon name={toast.tone === "good" ? "check" : "alert"} className="size-4 shrink-0" />
          {toast.text}
        </div>
      )}
    </ToastContext>
  );
}

export const useToast = (): Show => useContext(ToastContext);
