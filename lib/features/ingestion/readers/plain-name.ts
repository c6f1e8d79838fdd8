/** The name of the file whose captions this one would give again in other words: "captions_tokenized.json" → "captions.json"; null where its name tells of none. */
export function plainNameOf(name: string): string | null {
  const plain = name.replace(/_tokenized(?=\.json(\.gz)?$)/i, "").replace(/\.lemma(?=\.token)/i, "");
  return plain === name ? null : plain;
}
