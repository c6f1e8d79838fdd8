import { placeholderPattern } from "./placeholder-pattern";

/** Fills its box with a pattern of the image's own and its id. @param alt empty: decoration */
export function PicturePlaceholder({ collection, id, alt }: { collection: string; id: string; alt: string }) {
  const { angle, gap, hue } = placeholderPattern(collection, id);
  const stripe = `oklch(0.6 0.06 ${hue} / 0.16)`;
  return (
    <span role={alt ? "img" : undefined} aria-label={alt || undefined} aria-hidden={alt ? undefined : true} className="absolute inset-0 grid place-items-center p-3"
      style={{ background: `repeating-linear-gradient(${angle}deg, ${stripe} 0 1.5px, transparent 1.5px ${gap}px), oklch(0.6 0.05 ${hue} / 0.1)` }}>
      <span className="max-w-full truncate rounded-xs bg-paper px-2 py-0.5 text-xs text-muted tabular-nums">{id}</span>
    </span>
  );
}
