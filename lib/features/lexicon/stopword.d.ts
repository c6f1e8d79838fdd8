declare module "stopword" {
  /** English function words. */
  export const eng: string[];
}
