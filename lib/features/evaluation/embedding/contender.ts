/** One of several ways to embed the same texts. */
export interface Contender {
  /** Opens it, finds its best settings and warms it up. */
  open: () => Promise<Opened>;
  /** Embeds all texts once. @returns seconds */
  round: () => Promise<number>;
  close: () => Promise<void>;
}

export interface Opened {
  /** What it found best, for people. */
  about: string;
  /** Its vectors of the first SAMPLE texts, row-major; null where it gives none. */
  sample: Float32Array | null;
}

/** Texts whose vectors are compared. */
export const SAMPLE = 64;
/** Texts on which settings are tried. */
export const TRIAL = 512;

export async function timeSeconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

/** The setting with which the work is done soonest, each tried once after all were warmed up on the first. */
export async function findFastest<T>(settings: readonly [T, ...T[]], work: (setting: T) => Promise<unknown>): Promise<T> {
  await work(settings[0]);
  let best = { setting: settings[0], seconds: Infinity };
  for (const setting of settings) {
    const seconds = await timeSeconds(() => work(setting));
    if (seconds < best.seconds) best = { setting, seconds };
  }
  return best.setting;
}
