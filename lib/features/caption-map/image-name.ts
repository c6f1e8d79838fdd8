/** An image by the name of its collection and its id within that. */
export interface ImageName {
  collection: string;
  id: string;
}

/** "coco:139". What has a meaning of its own in names and lists of them stands in them as in addresses: "%2C" for a comma, "%3A" for a colon of the id. */
export const formatImageName = ({ collection, id }: ImageName): string => `${collection.replace(/[%,]/g, encodeURIComponent)}:${id.replace(/[%,:]/g, encodeURIComponent)}`;

/** Collections may have colons in their names, ids of images after the last one. @returns null where it names no image */
export function parseImageName(name: string): ImageName | null {
  const at = name.lastIndexOf(":");
  return at > 0 && at < name.length - 1 ? { collection: decode(name.slice(0, at)), id: decode(name.slice(at + 1)) } : null;
}

const decode = (text: string): string => text.replace(/%(?:25|2c|3a)/gi, decodeURIComponent);
