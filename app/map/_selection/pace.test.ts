import { describe, expect, it } from "vitest";
import { Pace } from "./pace";

/** A calculation in parts, on a screen whose frames are shown by hand. */
function start() {
  const frames: (() => void)[] = [];
  const pace = new Pace((go) => void frames.push(go));
  const done = { parts: 0 };
  void (async () => {
    for (;;) {
      await pace.turn();
      done.parts++;
    }
  })();
  const settle = () => new Promise((resolve) => setTimeout(resolve));
  const frame = async () => {
    for (const go of frames.splice(0)) go();
    await settle();
  };
  return { pace, done, frame, settle };
}

describe("a paced calculation", () => {
  it("does a part a frame", async () => {
    const { done, frame } = start();
    await frame();
    await frame();
    expect(done.parts).toBe(2);
  });

  it("stands still while paused, does single parts when asked, and goes on", async () => {
    const { pace, done, frame, settle } = start();
    await frame();
    pace.pause();
    await frame();
    await frame();
    const before = done.parts;
    await frame();
    expect(done.parts).toBe(before);
    pace.step();
    await settle();
    await frame();
    expect(done.parts).toBe(before + 1);
    pace.resume();
    await settle();
    await frame();
    expect(done.parts).toBeGreaterThan(before + 1);
  });
});
