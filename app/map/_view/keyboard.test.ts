import { describe, expect, it } from "vitest";
import { actOfKey } from "./keyboard";
import { WHOLE_MAP } from "./view";

const frame = { width: 848, height: 848 };
const view = { x: 0.4, y: 0.4, zoom: 2 };
const press = (key: string, held: Partial<Record<"shiftKey" | "ctrlKey" | "metaKey" | "altKey", boolean>> = {}) => actOfKey({ key, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...held }, view, frame);

describe("keys on the map", () => {
  it("move it by a tenth of its side, less the further in", () => {
    expect(press("ArrowRight")).toEqual({ kind: "view", view: { x: expect.closeTo(0.425, 10) as number, y: 0.4, zoom: 2 } });
    expect(press("ArrowUp")).toEqual({ kind: "view", view: { x: 0.4, y: expect.closeTo(0.425, 10) as number, zoom: 2 } });
  });

  it("change its size, and show the whole", () => {
    expect(press("+")).toEqual({ kind: "view", view: { ...view, zoom: 2.5 } });
    expect(press("-")).toEqual({ kind: "view", view: { ...view, zoom: 1.5 } });
    expect(press("0")).toEqual({ kind: "view", view: WHOLE_MAP });
  });

  it("walk from point to point with Shift, open one and let it go", () => {
    expect(press("ArrowLeft", { shiftKey: true })).toEqual({ kind: "walk", direction: "left" });
    expect(press("Enter")).toEqual({ kind: "open" });
    expect(press("Escape")).toEqual({ kind: "let-go" });
  });

  it("of the browser stay the browser's", () => {
    expect(press("Tab")).toBeNull();
    expect(press("0", { ctrlKey: true })).toBeNull();
    expect(press("ArrowLeft", { altKey: true })).toBeNull();
  });
});
