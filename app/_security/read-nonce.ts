import { headers } from "next/headers";
import { NONCE_HEADER } from "./nonce-header";

/** The nonce that inline scripts and styles of this answer carry. */
export const readNonce = async (): Promise<string | undefined> => (await headers()).get(NONCE_HEADER) ?? undefined;
