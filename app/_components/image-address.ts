/** The page of an image. */
export function imageHref({ collection, id }: { collection: string; id: string }): string {
  return `/images/${encodeURIComponent(collection)}/${encodeURIComponent(id)}`;
}
