// Preloaded into the app's processes: their wall clock goes by as many milliseconds as the file TORTURE_CLOCK says.
import { readFileSync } from "node:fs";

const RealDate = Date;
const LOOK_EVERY = 50;
let offset = 0;
let lookedAt = -Infinity;

function shift() {
  if (performance.now() - lookedAt > LOOK_EVERY) {
    lookedAt = performance.now();
    offset = Number(readFileSync(process.env.TORTURE_CLOCK ?? "", "utf8"));
  }
  return offset;
}

globalThis.Date = class extends RealDate {
  /** @param {[]} args */
  constructor(...args) {
    super(...(args.length > 0 ? args : [RealDate.now() + shift()]));
  }

  static now() {
    return RealDate.now() + shift();
  }
};
