import { describe, expect, inject, it } from "vitest";

const headersOf = async (path: string) => (await fetch(inject("baseUrl") + path, { redirect: "manual" })).headers;
const nonceOf = (headers: Headers) => /'nonce-([^']+)'/.exec(headers.get("content-security-policy") ?? "")?.[1];

describe("Pages", () => {
  it.each(["/", "/map", "/images/sample/1", "/nowhere", "/admin/sign-in"])("%s lets only scripts with a fresh nonce run", async (path) => {
    const [first, second] = [await headersOf(path), await headersOf(path)];
    expect(first.get("content-security-policy")).toMatch(/script-src 'self' 'nonce-[A-Za-z0-9+/=]{24}' 'strict-dynamic';/);
    expect(nonceOf(first)).not.toBe(nonceOf(second));
  });

  it("carry that nonce on every script", async () => {
    const response = await fetch(`${inject("baseUrl")}/`);
    const scripts = [...(await response.text()).matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag);
    expect(scripts.length).toBeGreaterThan(3);
    expect(scripts.filter((tag) => !tag.includes(`nonce="${nonceOf(response.headers)}"`))).toEqual([]);
  });

  it("of the administration can be framed by nobody", async () => {
    const headers = await headersOf("/admin/sign-in");
    expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
    expect(headers.get("x-frame-options")).toBe("DENY");
  });
});

describe("Every answer", () => {
  it.each(["/", "/api/v1/stats", "/api/v1/search?q=dog", "/icon.svg"])("%s is taken for what it says it is, and told to no other site", async (path) => {
    const headers = await headersOf(path);
    expect(Object.fromEntries(["x-content-type-options", "referrer-policy", "cross-origin-opener-policy", "cross-origin-resource-policy"].map((name) => [name, headers.get(name)]))).toEqual({ "x-content-type-options": "nosniff", "referrer-policy": "strict-origin-when-cross-origin", "cross-origin-opener-policy": "same-origin", "cross-origin-resource-policy": "same-origin" });
    expect(headers.has("x-powered-by")).toBe(false);
  });

  it("of the API runs nothing where it is opened as a page", async () => {
    expect((await headersOf("/api/v1/stats")).get("content-security-policy")).toMatch(/^default-src 'none';.*sandbox$/);
  });
});
