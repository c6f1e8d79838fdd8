/** A caption that a query found. */
export interface Hit {
  cosine: number;
  /** Whether it shows the image of the query. */
  isSame: boolean;
}
