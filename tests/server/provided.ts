declare module "vitest" {
  interface ProvidedContext {
    /** Address of the running app, without a slash at its end. */
    baseUrl: string;
    /** Its data folder, filled with the sample captions. */
    dataDir: string;
  }
}

export {};
