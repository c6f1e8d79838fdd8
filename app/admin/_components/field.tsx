import { useId, type ReactNode } from "react";

/** For an input, a select or a textarea. */
export const inputLook = "block min-h-9 w-full rounded-md border border-edge bg-card px-3 py-1.5 text-sm tabular-nums aria-invalid:border-bad disabled:opacity-60";

export interface FieldProps {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": boolean | undefined;
}

interface Props {
  label: ReactNode;
  /** One line on what it does. */
  hint?: ReactNode;
  /** Its value as things are. */
  now?: ReactNode;
  /** Why what was given cannot be used. */
  fault?: string | null;
  children: (props: FieldProps) => ReactNode;
}

/** A control with its name above it, and below it what it does. */
export function Field({ label, hint, now, fault = null, children }: Props) {
  const id = useId();
  const described = hint || now || fault ? `${id}-hint` : undefined;
  return (
    <div className="min-w-0">
      <div className="mb-1 flex flex-wrap items-baseline justify-between gap-x-3">
        <label htmlFor={id} className="text-sm font-medium">{label}</label>
      </div>
      {children({ id, "aria-describedby": described, "aria-invalid": fault !== null || undefined })}
      {described && (
        <div id={described} className="mt-1 text-xs leading-relaxed text-muted">
          {fault !== null && <p className="font-medium text-bad">{fault}</p>}
          {hint && <p>{hint}</p>}
          {now && <p className="tabular-nums">{now}</p>}
        </div>
      )}
    </div>
  );
}
