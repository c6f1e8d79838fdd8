/** Draws a thing that stands on (0, 0) and is `width` wide, in its main colour. */
export type Prop = (width: number, color: string) => string;

/** A prop drawn once, 100 wide, and scaled to the width that is asked for. */
export function scaled(draw: (color: string) => string): Prop {
  return (width, color) => `<g transform="scale(${Math.round(width) / 100})">${draw(color)}</g>`;
}
