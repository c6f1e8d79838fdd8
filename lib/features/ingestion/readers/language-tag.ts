// Registered primary subtags have two or three letters; longer ones are names such as "english".
const PRIMARY = /^[a-z]{2,3}(-|$)/i;
const MAX_LENGTH = 35;

/** A BCP 47 tag in its canonical form; null where none is given; undefined where it is not valid. */
export function readLanguageTag(value: unknown): string | null | undefined {
  if (value === undefined || value === null) return null;
  if (typeof value !== "string") return undefined;
  const tag = value.trim();
  if (tag === "") return null;
  if (tag.length > MAX_LENGTH || !PRIMARY.test(tag)) return undefined;
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}
