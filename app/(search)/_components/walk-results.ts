import { nextInDirection, type Direction } from "./next-in-direction";

const directions: Record<string, Direction> = { ArrowUp: "up", ArrowDown: "down", ArrowLeft: "left", ArrowRight: "right" };

/** Moves the focus from result to result; from the search box down into them, and from the first row up to it. */
export function walkResults(list: HTMLElement, event: KeyboardEvent): void {
  const direction = directions[event.key];
  if (!direction || event.defaultPrevented || event.isComposing || event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return;
  const target = event.target instanceof HTMLElement ? event.target : null;
  const links = [...list.querySelectorAll<HTMLElement>("[data-result-link]")];
  const next = target?.matches("[data-search-input]") ? (direction === "down" ? links[0] : undefined) : neighbour(list, links, target, direction);
  if (!next) return;
  event.preventDefault();
  next.focus({ preventScroll: true });
  (next.closest("[data-result]") ?? next).scrollIntoView({ block: "nearest" });
}

function neighbour(list: HTMLElement, links: HTMLElement[], target: HTMLElement | null, direction: Direction): HTMLElement | undefined {
  const card = target && list.contains(target) ? target.closest("[data-result]") : null;
  if (!card) return undefined;
  const boxes = links.map((link) => (link.closest("[data-result]") ?? link).getBoundingClientRect());
  const current = links.findIndex((link) => card.contains(link));
  const found = nextInDirection(boxes, current, direction);
  if (found !== null) return links[found];
  return direction === "up" ? (document.querySelector<HTMLElement>("[data-search-input]") ?? undefined) : undefined;
}
