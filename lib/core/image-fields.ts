/** What a caption file tells of one image. */
export interface ImageFields {
  /** The image's id in its collection, as text. */
  externalId: string;
  url: string | null;
  /** Where the original can be seen with its author. */
  originalUrl: string | null;
  fileName: string | null;
  width: number | null;
  height: number | null;
  licence: string | null;
}
