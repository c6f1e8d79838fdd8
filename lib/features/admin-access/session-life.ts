const HOUR = 3_600_000;

/** Milliseconds: a session ends when it is not used for this long, and at the latest after this long. */
const UNUSED = 12 * HOUR;
const LONGEST = 7 * 24 * HOUR;

export const expiryOf = (now: Date): Date => new Date(now.getTime() + LONGEST);

/** Sessions last used before this have ended. */
export const unusedLimit = (now: Date): Date => new Date(now.getTime() - UNUSED);

export const isAlive = ({ expiresAt, lastSeenAt }: { expiresAt: Date; lastSeenAt: Date }, now: Date): boolean => expiresAt > now && lastSeenAt > unusedLimit(now);
