import { InvalidArgumentError } from "commander";
import { collectionNameRule, isCollectionName } from "@/lib/features/ingestion/collection-name";

/** The name of a collection, as an ingest takes it. */
export function parseCollection(text: string): string {
  if (!isCollectionName(text)) throw new InvalidArgumentError(`Give ${collectionNameRule}.`);
  return text;
}
