import { describe, expect, it } from "vitest";
import { readSavedAreas, SavedAreas } from "./saved-areas";

function memory() {
  const kept = new Map<string, string>();
  return { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value) };
}

const always = <T>(value: T) => () => value;
const within = [{ x: 0, y: 0 }, { x: 1, y: 0 }, { x: 1, y: 1 }];
const area = (name: string, count = 3) => ({ name, layout: "a", count, within });

describe("saved areas", () => {
  it("are kept in the browser, the last first, one of a name", () => {
    const storage = memory();
    const areas = new SavedAreas(always(storage));
    areas.save(area("犬"));
    areas.save(area("cats"));
    areas.save(area("犬", 9));
    expect(new SavedAreas(always(storage)).current()).toEqual([area("犬", 9), area("cats")]);
    areas.remove("犬");
    expect(areas.current()).toEqual([area("cats")]);
  });

  it("tell whoever listens, and are the same list until they change", () => {
    const areas = new SavedAreas(always(memory()));
    let heard = 0;
    const stop = areas.subscribe(() => heard++);
    areas.save(area("x"));
    expect(areas.current()).toBe(areas.current());
    stop();
    areas.remove("x");
    expect(heard).toBe(1);
  });

  it("are none where what is kept cannot be read", () => {
    for (const text of [null, "{", "[1]", '[{"name":""}]', '[{"name":"a","layout":"b","count":1,"within":[{"x":2,"y":0}]}]']) expect(readSavedAreas(text)).toEqual([]);
  });
});
