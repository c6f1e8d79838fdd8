import clsx from "clsx";
import type { SelectHTMLAttributes } from "react";
import { Icon } from "@/app/_components/icon";
import { inputLook } from "./field";

/** A choice among few, in a Field. */
export function SelectInput({ children, ...rest }: SelectHTMLAttributes<HTMLSelectElement>) {
  return (
    <span className="relative block">
      <select {...rest} className={clsx(inputLook, "appearance-none truncate pr-9")}>{children}</select>
      <Icon name="down" className="pointer-events-none absolute top-1/2 right-3 size-3.5 -translate-y-1/2 text-muted" />
    </span>
  );
}
