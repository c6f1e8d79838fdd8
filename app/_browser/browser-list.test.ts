import { describe, expect, it } from "vitest";
import { BrowserList } from "./browser-list";

interface Item {
  name: string;
  count: number;
}

const isItem = (value: unknown): value is Item => typeof (value as Partial<Item> | null)?.name === "string" && typeof (value as Item).count === "number";

function memory() {
  const kept = new Map<string, string>();
  return { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value) };
}

const open = (storage: () => Pick<Storage, "getItem" | "setItem">, most = 3) => new BrowserList<Item>({ key: "items", most, isItem, nameOf: ({ name }) => name }, storage);
const inMemory = () => {
  const storage = memory();
  return () => storage;
};

describe("BrowserList", () => {
  it("keeps items in the browser, the last first, one of a name, as many as there may be", () => {
    const storage = inMemory();
    const list = open(storage);
    list.put({ name: "犬", count: 3 });
    list.put({ name: "cats", count: 3 });
    list.put({ name: "犬", count: 9 });
    expect(open(storage).current()).toEqual([{ name: "犬", count: 9 }, { name: "cats", count: 3 }]);
    list.put({ name: "a", count: 1 }, { name: "b", count: 1 });
    expect(list.current().map(({ name }) => name)).toEqual(["a", "b", "犬"]);
    list.remove("b");
    expect(list.current().map(({ name }) => name)).toEqual(["a", "犬"]);
    list.clear();
    expect(open(storage).current()).toEqual([]);
  });

  it("tells whoever listens, and is the same list until it changes", () => {
    const list = open(inMemory());
    let heard = 0;
    const stop = list.subscribe(() => heard++);
    list.put({ name: "x", count: 1 });
    expect(list.current()).toBe(list.current());
    stop();
    list.remove("x");
    expect(heard).toBe(1);
  });

  it("leaves out what cannot be used of what is kept", () => {
    const list = open(inMemory());
    for (const text of [null, "{", "[1]", '[{"name":1}]', "null"]) expect(list.parse(text)).toEqual([]);
    expect(list.parse('[{"name":"a","count":1},7]')).toEqual([{ name: "a", count: 1 }]);
  });

  it("is empty, and says so when it is written to, where the browser keeps nothing", () => {
    const list = open(() => {
      throw new DOMException("denied", "SecurityError");
    });
    expect(list.put({ name: "a", count: 1 })).toBe(false);
    expect(list.current()).toEqual([]);
  });
});
