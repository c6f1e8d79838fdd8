import { BrowserList } from "@/app/_browser/browser-list";

/** A search that somebody made, in their browser. */
export interface KeptSearch {
  /** What it is called: by whoever saved it, else what was searched for. */
  name: string;
  /** Of this app, with all that the search was made of. */
  address: string;
  /** When it was made or saved, ISO 8601. */
  at: string;
}

function isKept(given: unknown): given is KeptSearch {
  const value = given as Partial<KeptSearch> | null;
  return typeof value === "object" && value !== null && typeof value.name === "string" && value.name !== "" && typeof value.at === "string" && typeof value.address === "string" && value.address.startsWith("/?");
}

/** What was searched for lately; the same search once. */
export const searchHistory = new BrowserList<KeptSearch>({ key: "kotomap-search-history", most: 50, isItem: isKept, nameOf: ({ address }) => address });

/** Searches that were given a name. */
export const savedSearches = new BrowserList<KeptSearch>({ key: "kotomap-saved-searches", most: 200, isItem: isKept, nameOf: ({ name }) => name });
