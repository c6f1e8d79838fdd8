/** A head of the encoder, both numbers from 1. */
export interface Head {
  layer: number;
  head: number;
}

/** The head that an element stands for. */
export function headAt(target: EventTarget): Head | null {
  const [layer, head] = target instanceof Element ? (target.closest<HTMLElement>("[data-head]")?.dataset.head?.split(",").map(Number) ?? []) : [];
  return layer === undefined || head === undefined ? null : { layer, head };
}

/** Where a key leads from a head: arrows, Home and End along its layer. Null: nowhere. */
export function moveHead({ layer, head }: Head, key: string, layers: number, heads: number): Head | null {
  const targets: Record<string, Head> = {
    ArrowUp: { layer: layer - 1, head },
    ArrowDown: { layer: layer + 1, head },
    ArrowLeft: { layer, head: head - 1 },
    ArrowRight: { layer, head: head + 1 },
    Home: { layer, head: 1 },
    End: { layer, head: heads },
  };
  const to = targets[key];
  return to && to.layer >= 1 && to.layer <= layers && to.head >= 1 && to.head <= heads ? to : null;
}
