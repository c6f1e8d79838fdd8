import { useId, type ReactNode } from "react";

interface Props {
  label: ReactNode;
  /** One line on what it does. */
  hint?: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
  lang?: string;
  disabled?: boolean;
}

/** Something that is so or not. */
export function CheckOption({ label, hint, checked, onChange, lang, disabled }: Props) {
  const id = useId();
  return (
    <div className="grid grid-cols-[auto_minmax(0,1fr)] items-baseline gap-x-2.5 text-sm">
      <input id={id} type="checkbox" checked={checked} disabled={disabled} onChange={(event) => onChange(event.target.checked)} aria-describedby={hint ? `${id}-hint` : undefined} className="size-4 translate-y-0.5 accent-accent" />
      <label htmlFor={id} lang={lang} className="min-h-6 min-w-0 wrap-anywhere">{label}</label>
      {hint && <p id={`${id}-hint`} className="col-start-2 text-xs leading-relaxed text-muted">{hint}</p>}
    </div>
  );
}
