import { CopyButton } from "./copy-button";

/** A command to be typed into a terminal. */
export function Command({ text }: { text: string }) {
  return (
    <span className="flex items-center gap-2 rounded-md border border-rule bg-sunk py-1 pr-1 pl-3 text-left text-ink">
      <code className="min-w-0 grow font-mono text-xs leading-relaxed wrap-anywhere whitespace-pre-wrap">{text}</code>
      <CopyButton text={text} />
    </span>
  );
}
