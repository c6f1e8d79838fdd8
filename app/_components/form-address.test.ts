import { expect, it } from "vitest";
import { addressOf } from "./form-address";

function form(fields: Record<string, string>): FormData {
  const data = new FormData();
  Object.entries(fields).forEach(([name, value]) => data.set(name, value));
  return data;
}

it("keeps filters, trims the query and leaves empty fields out", () => {
  expect(addressOf(form({ q: "  海 & 犬 ", lang: "ja", collection: "" }))).toBe("/?q=%E6%B5%B7+%26+%E7%8A%AC&lang=ja");
});

it("leads nowhere without a query", () => {
  expect(addressOf(form({ q: " \u3000", lang: "ja" }))).toBeNull();
});
