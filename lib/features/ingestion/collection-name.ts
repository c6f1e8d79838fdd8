/** What a collection may be called: it is part of addresses. */
const COLLECTION_NAME = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,99}$/u;

/** The rule in words, to follow "give". */
export const collectionNameRule = "1 to 100 letters, digits, dots, hyphens or underscores, beginning with a letter or digit";

export function isCollectionName(name: string): boolean {
  return COLLECTION_NAME.test(name);
}

/** A collection name from a file's name: "my captions (1).csv" → "my-captions-1". */
export function collectionNameFrom(fileStem: string): string {
  const name = fileStem.replace(/[^\p{L}\p{N}._]+/gu, "-").replace(/^[._-]+|[._-]+$/g, "").slice(0, 100);
  return name === "" ? "captions" : name;
}
