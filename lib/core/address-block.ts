import { isIPv6 } from "node:net";

/** What attempts and requests of an address count for: one customer has a whole /64 of IPv6 addresses. */
export function addressBlock(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = "", tail = ""] = address.split("%")[0]?.split("::") ?? [];
  const [left, right] = [head, tail].map((part) => (part === "" ? [] : part.split(":")));
  const middle = address.includes("::") ? Array<string>(Math.max(0, 8 - (left?.length ?? 0) - (right?.length ?? 0))).fill("0") : [];
  return `${[...(left ?? []), ...middle, ...(right ?? [])].slice(0, 4).map((group) => group.toLowerCase().replace(/^0+(?=.)/, "")).join(":")}::/64`;
}
