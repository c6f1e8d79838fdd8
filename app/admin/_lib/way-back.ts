const PAGES = /^\/admin(?:\/[\w/-]*)?(?:\?[^\\]*)?$/;

type Given = Record<string, string | string[] | undefined>;

/** The address of a page of the administration, with its query. */
export function addressOf(path: string, query: Given = {}): string {
  const search = new URLSearchParams(Object.entries(query).flatMap(([name, value]) => [value ?? []].flat().map((one): [string, string] => [name, one]))).toString();
  return search === "" ? path : `${path}?${search}`;
}

/** Where signing in leads: to the page that was asked for, where that is one of the administration. */
export function readWayBack(to: string | string[] | undefined): string {
  return typeof to === "string" && PAGES.test(to) ? to : "/admin";
}
