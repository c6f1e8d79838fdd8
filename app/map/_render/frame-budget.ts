/** Milliseconds between frames that look fluent, and those from which on there is time to spare. */
const [SLOW, QUICK] = [34, 20];
/** Fewer points than these cost nothing anywhere. */
const FEWEST = 5000;

/**
 * How many points are drawn while the map moves: as many as keep it fluent on this machine. Points come in the order of a coarse sample, so the first of
 * them are a map as well.
 */
export class FrameBudget {
  private points: number;

  /** @param start what a middling machine draws in time */
  constructor(start = 200_000) {
    this.points = start;
  }

  /** Points to draw, of so many. */
  of(count: number): number {
    return Math.min(count, Math.round(this.points));
  }

  /** Learns from the time between two frames that drew so many points. */
  observe(milliseconds: number, drawn: number): void {
    if (milliseconds > SLOW) this.points = Math.max(FEWEST, Math.min(this.points, drawn) * Math.max(0.5, SLOW / milliseconds));
    else if (milliseconds < QUICK && drawn >= this.points * 0.99) this.points *= 1.15;
  }
}
