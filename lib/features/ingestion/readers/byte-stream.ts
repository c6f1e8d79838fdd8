/** Bytes in order, in buffers of any size. Stopping early releases what is behind it. */
export type ByteStream = AsyncIterable<Buffer>;
