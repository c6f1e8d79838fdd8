import clsx from "clsx";
import type { ButtonHTMLAttributes } from "react";
import { Icon } from "@/app/_components/icon";

type ButtonLook = "primary" | "quiet" | "danger";

const looks: Record<ButtonLook, string> = {
  primary: "border-transparent bg-ink text-paper hover:bg-accent hover:text-on-accent",
  quiet: "border-edge bg-card hover:border-accent hover:text-accent",
  danger: "border-bad bg-card text-bad hover:bg-bad hover:text-on-accent",
};

/** For links that look like buttons, too. */
export function buttonLook(look: ButtonLook): string {
  return clsx("inline-flex min-h-8 items-center justify-center gap-1.5 rounded-md border px-3 py-1 text-sm whitespace-nowrap aria-disabled:opacity-60 disabled:opacity-60", looks[look]);
}

interface Props extends ButtonHTMLAttributes<HTMLButtonElement> {
  look?: ButtonLook;
  icon?: Parameters<typeof Icon>[0]["name"];
  /** Its work is under way: it keeps the focus, and a click does nothing. */
  pending?: boolean;
}

/** Where a button goes that has the focus, as with a row that was deleted, the keyboard goes on from the page's content and not from its very beginning. */
function handFocusOn(button: HTMLButtonElement) {
  return () => {
    if (document.activeElement === button) document.getElementById("content")?.focus({ preventScroll: true });
  };
}

export function Button({ look = "quiet", icon, pending = false, className, children, onClick, type = "button", ...rest }: Props) {
  return (
    <button {...rest} ref={handFocusOn} type={type} aria-disabled={pending || undefined} data-pending={pending} className={clsx(buttonLook(look), className)}
      onClick={(event) => (pending ? event.preventDefault() : onClick?.(event))}>
      {pending ? <Icon name="running" className="size-4 motion-safe:animate-spin" /> : icon && <Icon name={icon} className="size-4" />}
      {children}
    </button>
  );
}
