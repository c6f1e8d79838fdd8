import { randomBytes } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { contentPolicy } from "@/app/_security/content-policy";
import { NONCE_HEADER } from "@/app/_security/nonce-header";
import { readEnv } from "@/lib/core/env";

/** Pages, less those that are fetched ahead: files and the API carry no scripts of ours. */
export const config = {
  matcher: [{ source: "/((?!api/|_next/|sample/|icon.svg).*)", missing: [{ type: "header", key: "next-router-prefetch" }, { type: "header", key: "purpose", value: "prefetch" }] }],
};

/** Gives each page a policy with a nonce of its own; Next.js finds the nonce in the request and puts it on its scripts. */
export function proxy(request: NextRequest): NextResponse {
  const { remoteImages, production } = readEnv();
  const nonce = randomBytes(16).toString("base64");
  const policy = contentPolicy({ nonce, remoteImages, production, admin: /^\/admin(\/|$)/.test(request.nextUrl.pathname) });
  const headers = new Headers(request.headers);
  headers.set(NONCE_HEADER, nonce);
  headers.set("Content-Security-Policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("Content-Security-Policy", policy);
  return response;
}
