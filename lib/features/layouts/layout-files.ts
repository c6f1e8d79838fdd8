/**
 * The files of a layout beside layout.json. Points are numbered alike in all: the parts of the binary one after another. Little-endian.
 *
 *     points-0.bin.gz …  the points for drawing, a file a part, gzip; see point-columns.ts
 *     positions.f32      count × 2 float32: the layout's own coordinates, x and y in turn
 *     captions.u32       count × u32: the caption of each point; not where points are images
 *     images.u32         count × u32: the image of each point
 *     labels.json        MapLabels
 *     words.json         the words of the captions; see words-file.ts
 *     words.u16          count × u16: how many words the captions of each point have; then their positions in words.json, u16 each
 *     axes.f64           of principal components: their mean, then each axis, `dimensions` float64 each
 */
export const layoutFiles = { positions: "positions.f32", captions: "captions.u32", images: "images.u32", labels: "labels.json", vocabulary: "words.json", words: "words.u16", axes: "axes.f64" } as const;

export const partFile = (part: number): string => `points-${part}.bin.gz`;
