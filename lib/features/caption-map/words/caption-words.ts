/** A word of the map's captions. */
export interface MapWord {
  /** As captions write it most often; of Japanese verbs and adjectives, the form of a dictionary. */
  word: string;
  /** BCP 47 primary subtag. */
  language: string;
  /** Captions of the map in which it occurs. */
  captions: number;
}

/**
 * Which words the captions of each point have, in whatever form: for telling what a region or a selection shows without reading a text again.
 * Some 12 bytes a caption.
 */
export interface CaptionWords {
  /** The most frequent first; at most MOST_WORDS. Words of one caption are left out where there are many captions. */
  words: MapWord[];
  /** Captions by language. */
  captions: Record<string, number>;
  /** The words of point i are ids[starts[i]] to before ids[starts[i + 1]], positions in `words`: those of each of its captions once. */
  starts: Uint32Array;
  ids: Uint16Array;
}

export const MOST_WORDS = 0x10000;
