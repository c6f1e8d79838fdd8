/**
 * Least and most that a re-index takes. hnswlib takes any numbers and fails on them later: M 1 divides by zero, and thousands of links a row fill the memory.
 * What searches badly within these bounds is for the gate to find.
 */
export const hnswBounds = { m: [2, 128], efConstruction: [1, 4096], ef: [1, 4096] } as const;
