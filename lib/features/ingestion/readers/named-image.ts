/** A picture known by its file name. */
export interface NamedImage {
  id: string;
  fileName: string;
  url: string | null;
}

const SUFFIX = /\.(jpe?g|png|gif|webp)(\.\d+)?$/i;
const COCO = /^COCO_((?:train|val|test)\d{4})_0*(\d+)\.jpg$/;

/** Where COCO shows the picture `fileName` of the folder `split` ("val2014"). */
export function cocoAddress(split: string, fileName: string): string {
  return `http://images.cocodataset.org/${split}/${fileName}`;
}

/** "1000092795.jpg" is image 1000092795, and "COCO_val2014_000000391895.jpg" COCO's 391895. */
export function readNamedImage(fileName: string): NamedImage {
  const [, split, id] = COCO.exec(fileName) ?? [];
  if (split !== undefined && id !== undefined) return { id, fileName, url: cocoAddress(split, fileName) };
  return { id: fileName.replace(SUFFIX, ""), fileName, url: null };
}
