import { describe, expect, it } from "vitest";
import { contentPolicy } from "./content-policy";

const policy = (options: Partial<Parameters<typeof contentPolicy>[0]> = {}) =>
  Object.fromEntries(contentPolicy({ nonce: "bm9uY2U=", remoteImages: true, admin: false, production: true, ...options }).split("; ").map((directive) => [directive.split(" ")[0]!, directive.split(" ").slice(1)]));

describe("what a page may load", () => {
  it("is its own files, and scripts and styles with the nonce", () => {
    expect(policy()).toMatchObject({ "default-src": ["'self'"], "script-src": ["'self'", "'nonce-bm9uY2U='", "'strict-dynamic'"], "style-src": ["'self'", "'nonce-bm9uY2U='"], "object-src": ["'none'"], "base-uri": ["'self'"] });
  });

  it("is no picture of another host where those are turned off", () => {
    expect(policy()["img-src"]).toContain("https:");
    expect(policy({ remoteImages: false })["img-src"]).toEqual(["'self'", "data:", "blob:"]);
  });

  it("keeps the administration out of every frame, and the other pages in their own site", () => {
    expect(policy({ admin: true })["frame-ancestors"]).toEqual(["'none'"]);
    expect(policy()["frame-ancestors"]).toEqual(["'self'"]);
  });

  it("never allows evaluated text or inline scripts in production", () => {
    const { "script-src": scripts } = policy();
    expect(scripts).not.toContain("'unsafe-eval'");
    expect(scripts).not.toContain("'unsafe-inline'");
    expect(policy({ production: false })["script-src"]).toContain("'unsafe-eval'");
  });
});
