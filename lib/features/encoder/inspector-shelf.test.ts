import path from "node:path";
import { expect, it, vi } from "vitest";
import { loadBundledModel } from "@/lib/embedding/model-store";
import { InspectorShelf, type WantedModel } from "./inspector-shelf";

const load = () => loadBundledModel(path.resolve("models"));
const wanted = (sha256: string, open = vi.fn(load)): WantedModel => ({ sha256, open });

it("opens a model once for all who ask, keeps what it told, and closes it when nobody asks any more", async () => {
  const [shelf, model] = [new InspectorShelf(50), wanted("a")];
  const [first, again] = await Promise.all([shelf.inspect(model, ["dog"]), shelf.inspect(model, ["dog"])]);
  expect(again.inspection).toBe(first.inspection);
  expect((await shelf.inspect(model, ["cat"])).inspection.texts[0]?.text).toBe("cat");
  expect(model.open).toHaveBeenCalledTimes(1);
  await vi.waitFor(() => expect(shelf.isOpen).toBe(false), 5000);
  expect((await shelf.inspect(model, ["dog"])).inspection).not.toBe(first.inspection);
  expect(model.open).toHaveBeenCalledTimes(2);
});

it("opens another model in the place of the first", async () => {
  const shelf = new InspectorShelf();
  const other = wanted("b");
  await shelf.inspect(wanted("a"), ["dog"]);
  await shelf.inspect(other, ["dog"]);
  expect(other.open).toHaveBeenCalledTimes(1);
});

it("refuses more than it can do in seconds", async () => {
  const [shelf, model] = [new InspectorShelf(), wanted("a")];
  const asked = await Promise.allSettled(Array.from({ length: 40 }, (_, i) => shelf.inspect(model, [`dog ${i}`])));
  const refused = asked.filter(({ status }) => status === "rejected");
  expect(refused).toHaveLength(7);
  expect(refused[0]).toMatchObject({ reason: { code: "overloaded", retryAfter: 2 } });
});

it("tries again after a model could not be opened", async () => {
  const shelf = new InspectorShelf();
  const broken = wanted("a", vi.fn(load).mockRejectedValueOnce(new Error("no such file")));
  await expect(shelf.inspect(broken, ["dog"])).rejects.toThrow("no such file");
  expect((await shelf.inspect(broken, ["dog"])).inspection.texts).toHaveLength(1);
});
