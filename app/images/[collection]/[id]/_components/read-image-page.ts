import { notFound } from "next/navigation";
import { cache } from "react";
import { AppError } from "@/lib/core/errors";
import type { ImagePage } from "@/lib/features/image-captions/image-page-types";
import { loadImagePage } from "@/lib/features/image-captions/load-image-page";

const load = cache(async (collection: string, id: string): Promise<ImagePage | null> => {
  try {
    return await loadImagePage(collection, id);
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") return null;
    throw error;
  }
});

/** Address parts come as they stand in the address; one that is no valid encoding names no image. */
function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

interface Address {
  collection: string;
  id: string;
}

/** What the page of an image shows, read once a request; null where there is no such image. Next.js gives metadata the parts decoded, pages not. */
export async function findImagePage({ collection, id }: Address): Promise<ImagePage | null> {
  return (await load(decode(collection), decode(id))) ?? load(collection, id);
}

/** As findImagePage; an unknown image answers 404. */
export async function readImagePage(address: Address): Promise<ImagePage> {
  return (await findImagePage(address)) ?? notFound();
}
