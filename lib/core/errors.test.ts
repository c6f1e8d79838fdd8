import { describe, expect, it, vi } from "vitest";
import { AppError, toAppError } from "./errors";

describe("toAppError", () => {
  it("knows an error of another copy of the module, as bundlers make them", async () => {
    vi.resetModules();
    const other = await import("./errors");
    const error = new other.AppError("index_building", "There is no index yet.");
    expect(other.AppError).not.toBe(AppError);
    expect(toAppError(error)).toBe(error);
    expect(new Error("x") instanceof AppError).toBe(false);
  });

  it("names a full disk, wherever in the chain of causes it stands", () => {
    const full = Object.assign(new Error("write failed"), { code: "ENOSPC" });
    expect(toAppError(new Error("outer", { cause: full }))).toMatchObject({ code: "disk_full" });
    expect(toAppError(new Error("SqliteError: database or disk is full"))).toMatchObject({ code: "disk_full" });
  });

  it.each([
    ["SQLITE_BUSY", "database_busy"], ["SQLITE_READONLY_DIRECTORY", "not_permitted"], ["SQLITE_NOTADB", "database_damaged"],
    ["SQLITE_CORRUPT_INDEX", "database_damaged"], ["SQLITE_CANTOPEN", "database_unavailable"], ["SQLITE_IOERR_READ", "database_unavailable"],
  ])("names what the database refused as Prisma passes it on: %s", (originalCode, code) => {
    const driverAdapterError = Object.assign(new Error("driver"), { cause: { originalCode, kind: "sqlite" } });
    const error = Object.assign(new Error("Invalid `db.setting.create()` invocation"), { code: "P2039", meta: { driverAdapterError } });
    expect(toAppError(error)).toMatchObject({ code, cause: error });
    expect(toAppError(new Error("outer", { cause: driverAdapterError }))).toMatchObject({ code });
  });

  it("names the file that this user may not write", () => {
    const error = Object.assign(new Error("EROFS: read-only file system, open"), { code: "EROFS", path: "/data/generations" });
    expect(toAppError(error)).toMatchObject({ code: "not_permitted" });
    expect(toAppError(error).message).toMatch(/\/data\/generations.*mount/);
  });

  it("takes an abort for a stop and anything else for internal, its cause kept", () => {
    expect(toAppError(new DOMException("aborted", "AbortError"))).toMatchObject({ code: "cancelled" });
    const cause = new TypeError("x is undefined");
    expect(toAppError(cause)).toMatchObject({ code: "internal", cause });
    expect(toAppError("text")).toMatchObject({ code: "internal", message: "text" });
  });
});
