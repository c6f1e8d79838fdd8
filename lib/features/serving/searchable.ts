import { logger } from "@/lib/core/logger";
import type { PieceEmbedder } from "@/lib/embedding/embedder";
import type { LoadedGeneration } from "@/lib/vector-index/load-generation";
import { Counted } from "./counted";

/** A generation, and the encoder that made its vectors: what queries are embedded with. */
export interface Searchable {
  generation: LoadedGeneration;
  embedder: PieceEmbedder;
}

/** An encoder by itself. */
export interface SearchEncoder {
  embedder: PieceEmbedder;
  /** Length that its vectors are cut to. */
  dimensions: number;
}

/** What the server has loaded: freed when neither the server nor any request holds it. */
export interface LoadedSearchable {
  id: string;
  searchable: Counted<Searchable>;
  /** Two generations of one model share it. */
  embedder: Counted<PieceEmbedder>;
  /** Ends the server's own hold. */
  letGo: () => void;
  /** Resolves when the memory is free. */
  freed: Promise<void>;
}

/** An encoder that is closed when nothing uses it any more. */
export function countEmbedder(embedder: PieceEmbedder): Counted<PieceEmbedder> {
  return new Counted(embedder, () => void embedder.close().catch((error: unknown) => logger().warn({ err: error }, "an encoder could not be closed")));
}

export function hold(generation: LoadedGeneration, embedder: Counted<PieceEmbedder>): LoadedSearchable {
  const { id } = generation.manifest;
  const letGoEmbedder = embedder.hold();
  let tellFreed: () => void = () => undefined;
  const freed = new Promise<void>((resolve) => (tellFreed = resolve));
  const free = async () => {
    letGoEmbedder();
    await generation.release();
    logger().info({ generation: id }, "a generation of the index is out of memory again");
    tellFreed();
  };
  const searchable = new Counted<Searchable>({ generation, embedder: embedder.value }, () => void free());
  return { id, searchable, embedder, letGo: searchable.hold(), freed };
}
