interface ImageName {
  collection: string;
  id: string;
}

/** "coco:139": collections may have colons in their names, ids of images after the last one. */
export const nameOfImage = ({ collection, id }: ImageName): string => `${collection}:${id}`;

export const imageOfName = (name: string): ImageName => ({ collection: name.slice(0, name.lastIndexOf(":")), id: name.slice(name.lastIndexOf(":") + 1) });
