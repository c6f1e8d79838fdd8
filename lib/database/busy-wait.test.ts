import { DriverAdapterError } from "@prisma/driver-adapter-utils";
import { describe, expect, it } from "vitest";
import { toAppError } from "@/lib/core/errors";
import { BusyWait } from "./busy-wait";

const busy = () => new DriverAdapterError({ kind: "SocketTimeout", originalCode: "SQLITE_BUSY", originalMessage: "database is locked" });

describe("BusyWait", () => {
  it("gives up after its time, and the error names the mend", async () => {
    const error: unknown = await new BusyWait(20).run(() => Promise.reject(busy())).catch((thrown: unknown) => thrown);
    expect(toAppError(error)).toMatchObject({ code: "database_busy" });
    expect(toAppError(error).message).toContain("Wait until it is done");
  });

  it("passes on any other error at once", async () => {
    let tries = 0;
    await expect(new BusyWait(1000).run(() => Promise.reject(new Error(`try ${++tries}`)))).rejects.toThrow("try 1");
  });

  it("does not count the time that a transaction of its own process takes", async () => {
    const wait = new BusyWait(20);
    const release = wait.holdOwn();
    let locked = true;
    const waiting = wait.run(() => (locked ? Promise.reject(busy()) : Promise.resolve("done")));
    await new Promise((resolve) => setTimeout(resolve, 200));
    locked = false;
    release();
    expect(await waiting).toBe("done");
  });
});
