import path from "node:path";
import { expect, it } from "vitest";
import { DEVICES } from "@/lib/core/devices";
import { loadBundledModel } from "../model-store";
import { tryAllDevices } from "./choose-device";

it("a list of the devices measures every one, and leaves none out", async () => {
  const { device, reports } = await tryAllDevices(await loadBundledModel(path.resolve("models")));
  expect(reports.map((report) => report.device)).toEqual([...DEVICES]);
  expect(reports.find((report) => report.device === device)).toMatchObject({ outcome: "taken" });
  expect(reports.find((report) => report.device === "cpu")?.captionsPerSecond).toBeGreaterThan(0);
});
