import { describe, expect, it } from "vitest";
import { z } from "zod";
import { parseBody } from "./parse-body";

const schema = z.strictObject({ name: z.string().max(5, "is too long"), filter: z.strictObject({ days: z.int() }).optional() });

const post = (body: string | undefined, type = "application/json") => new Request("http://localhost/", { method: "POST", body, headers: { "Content-Type": type } });
const fault = (field: string | null, message: RegExp) => expect.objectContaining({ code: "invalid_parameter", field, message: expect.stringMatching(message) as string }) as object;

describe("parseBody", () => {
  it("gives a body that fits, whatever parameters its type has", async () => {
    expect(await parseBody(post('{"name":"ねこ"}', "application/json; charset=utf-8"), schema)).toEqual({ name: "ねこ" });
  });

  it("takes no body for {}", async () => {
    expect(await parseBody(new Request("http://localhost/", { method: "POST" }), z.strictObject({ force: z.boolean().default(false) }))).toEqual({ force: false });
  });

  it.each([
    ["another type, which any site may have a browser send", post('{"name":"x"}', "text/plain"), null, /application\/json/],
    ["what is not JSON", post("{name"), null, /not JSON/],
    ["a missing field", post("{}"), "name", /The field name is missing/],
    ["a field that does not fit", post('{"name":"too long"}'), "name", /is too long/],
    ["a field within another", post('{"name":"x","filter":{"days":1.5}}'), "filter.days", /filter\.days/],
    ["a field that there is not", post('{"name":"x","filter":{"days":1,"hours":2}}'), "filter.hours", /There is no field filter\.hours/],
    ["an array", post("[]"), null, /The body cannot be used/],
    ["more than 64 KiB", post(JSON.stringify({ name: "x".repeat(70_000) })), null, /65536 bytes at most/],
  ])("refuses %s", async (_, request, field, message) => {
    await expect(parseBody(request, schema)).rejects.toEqual(fault(field, message));
  });
});
