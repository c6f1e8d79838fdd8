import { once } from "node:events";
import { createServer, connect, type AddressInfo } from "node:net";
import { describe, expect, it } from "vitest";
import { finish, inTurns, type Steps } from "./turns";

/** Longer than a turn. */
const STEP = 15;

/** Keeps the thread for a while at each step. @param onStep is told how many were done before */
function* keepBusy(steps: number, onStep: (done: number) => void = () => undefined): Steps<string> {
  for (let done = 0; done < steps; done++) {
    onStep(done);
    const end = performance.now() + STEP;
    while (performance.now() < end);
    yield;
  }
  return "done";
}

describe("work in steps", () => {
  it("is the same at once and in turns", async () => {
    expect(finish(keepBusy(2))).toBe("done");
    expect(await inTurns(keepBusy(2))).toBe("done");
  });

  it("lets a socket of the process have its turn, also beside other such work", async () => {
    const server = createServer((socket) => socket.end("heard")).listen(0, "127.0.0.1");
    await once(server, "listening");
    let heard = false;
    connect((server.address() as AddressInfo).port, "127.0.0.1").once("data", () => (heard = true));
    const heardBefore: boolean[] = [];
    await Promise.all([inTurns(keepBusy(40, () => heardBefore.push(heard))), inTurns(keepBusy(40, () => heardBefore.push(heard)))]);
    server.close();
    expect(heardBefore.at(-1)).toBe(true);
  });

  it("ends with the reason of a signal at its next turn", async () => {
    const reason = new Error("nobody waits for it");
    const control = new AbortController();
    let last = 0;
    const work = inTurns(keepBusy(10, (done) => {
      last = done;
      if (done === 2) control.abort(reason);
    }), control.signal);
    await expect(work).rejects.toBe(reason);
    expect(last).toBe(2);
  });
});
