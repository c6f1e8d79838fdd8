import { addressBlock } from "@/lib/core/address-block";

/** How attempts of one key are slowed down: `free` failures cost nothing, then the wait doubles from a second to `longest` (ms). */
export interface DelayRule {
  free: number;
  longest: number;
}

const SECOND = 1000;

/** A stranger pays for himself. */
const CLIENT: DelayRule = { free: 5, longest: 15 * 60 * SECOND };
/** All strangers together. Kept short: whoever signs in with a new browser while they try has to find a gap. */
const ACCOUNT: DelayRule = { free: 20, longest: 30 * SECOND };

/** Milliseconds after which a row that delays nobody any more is forgotten, and counting begins anew. */
export const FORGET_AFTER = 24 * 3600 * SECOND;

/** Milliseconds until the next attempt after so many failures. */
export function waitAfter(failures: number, { free, longest }: DelayRule): number {
  return failures <= free ? 0 : Math.min(longest, SECOND * 2 ** (failures - free - 1));
}

/**
 * What an attempt counts for. A browser that has signed in before counts for itself alone, so that no stranger delays it;
 * any other for its address and, with all others, for the account.
 * @param device the secret of the browser's cookie, digested
 */
export function delayKeys(account: string, address: string, device: string | null): { key: string; rule: DelayRule }[] {
  if (device !== null) return [{ key: `device ${device}`, rule: CLIENT }];
  return [{ key: `address ${addressBlock(address)}`, rule: CLIENT }, { key: `account ${account}`, rule: ACCOUNT }];
}
