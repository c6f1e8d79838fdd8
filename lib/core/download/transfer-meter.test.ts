import { expect, it } from "vitest";
import { TransferMeter, type TransferProgress } from "./transfer-meter";

it("a transfer's rate and time left count what this run brings, not what was there", () => {
  const seen: TransferProgress[] = [];
  let clock = 0;
  const meter = new TransferMeter((progress) => seen.push(progress), () => clock);
  meter.begin("a.zip");
  for (const [at, done] of [[0, 1000], [50, 1100], [1000, 2000], [1001, 5000]] as const) {
    clock = at;
    meter.advanceTo(done, 5000);
  }
  expect(seen.map(({ done, rate, etaSeconds }) => [done, rate && Math.round(rate), etaSeconds])).toEqual([[1000, null, null], [2000, 1000, 3], [5000, 3996, 0]]);
});
