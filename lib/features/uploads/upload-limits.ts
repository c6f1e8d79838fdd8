/** Bytes of one file: 1 GiB. */
export const MAX_UPLOAD_BYTES = 2 ** 30;
/** Uploads that are not whole yet; each of them may fill the disk up to its size. */
export const MAX_UNFINISHED = 10;
/** Bytes that stay free beside all uploads: the database has to go on. */
export const RESERVED_BYTES = 256 * 2 ** 20;
