"use client";

import { useId, useRef, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Button } from "./button";
import { InlineError } from "./inline-error";
import { useAct } from "./use-act";

interface Props {
  /** The button's face. */
  label: string;
  icon?: Parameters<typeof Button>[0]["icon"];
  look?: Parameters<typeof Button>[0]["look"];
  /** Of the button that does it; as `look`, unless given. */
  confirmLook?: Parameters<typeof Button>[0]["look"];
  disabled?: boolean;
  /** What it acts on, for screen readers, where the same button stands several times. */
  describes?: string;
  /** The question. */
  heading: string;
  /** What follows from it. */
  children?: ReactNode;
  /** What the button says that does it. */
  confirm: string;
  /** Something in `children` has to be answered first. */
  blocked?: boolean;
  /** The dialog closes when it is done; what it throws is shown in it. */
  onConfirm: () => Promise<unknown>;
}

/** A button that asks before it acts. The focus begins on the harmless answer, and comes back to the button. */
export function ConfirmButton({ label, icon, look = "danger", confirmLook = look === "quiet" ? "primary" : look, disabled, describes, heading, children, confirm, blocked = false, onConfirm }: Props) {
  const t = useTranslations();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const { pending, error, run, forget } = useAct();
  const open = () => {
    forget();
    dialog.current?.showModal();
  };
  const act = async () => {
    if (await run(onConfirm)) dialog.current?.close();
  };
  return (
    <>
      <Button look={look} icon={icon} disabled={disabled} aria-haspopup="dialog" onClick={open}>{label}{describes && <span className="sr-only">: {describes}</span>}</Button>
      <dialog ref={dialog} aria-labelledby={id} className="m-auto w-full max-w-md rounded-lg border border-rule bg-card p-6 text-left whitespace-normal text-ink shadow-xl max-sm:max-w-[calc(100%-2rem)]">
        <h2 id={id} className="text-lg font-semibold">{heading}</h2>
        {children && <div className="mt-2 text-sm leading-relaxed text-muted">{children}</div>}
        <div className="mt-4"><InlineError message={error} /></div>
        <div className="mt-5 flex flex-wrap justify-end gap-2">
          <Button onClick={() => dialog.current?.close()}>{t("admin.shell.act.dismiss")}</Button>
          <Button look={confirmLook} pending={pending} disabled={blocked} onClick={() => void act()}>{confirm}</Button>
        </div>
      </dialog>
    </>
  );
}
