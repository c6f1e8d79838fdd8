import type { HnswParameters } from "./vector-index";

/**
 * Measured with scripts/bench/hnsw.ts: 145 000 English captions of Flickr30k by kotomap-ja-en-v1 (384 dimensions),
 * recall@10 against exact search for 500 English and 500 Japanese captions that are not in the index, one core of two:
 *
 *     M   efConstruction  vectors/s  index MB  ef   recall en  ja      ms a query
 *     12  150             2 429      240       128  0.9926     0.9928  0.41
 *     16  200             1 694      244       64   0.9886     0.9838  0.28
 *     16  200             1 694      244       100  0.9944     0.9944  0.38
 *     16  200             1 694      244       128  0.9972     0.9964  0.45
 *     16  200             1 694      244       256  0.9988     0.9996  0.80
 *     24  200             1 009      254       128  0.9976     0.9976  0.65
 *     32  200               437      263       128  0.9980     0.9982  0.79
 *
 * From M 16 on more links cost building time and gain next to nothing, and embedding a query takes ten times as long as
 * searching with ef 128. (The last two builds shared their core: compare their recall, not their speed.)
 */
export const hnswDefaults: HnswParameters = { m: 16, efConstruction: 200, ef: 128 };
