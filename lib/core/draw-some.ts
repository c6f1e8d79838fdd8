/** The first `count` of the items in a random order, each order equally likely (R. Durstenfeld, 1964). @param random numbers in [0, 1) */
export function drawSome<T>(items: ArrayLike<T>, count: number, random: () => number): T[] {
  const all = Array.from(items);
  const drawn = Math.min(count, all.length);
  for (let i = 0; i < drawn; i++) {
    const j = i + Math.floor(random() * (all.length - i));
    [all[i], all[j]] = [all[j]!, all[i]!];
  }
  return all.slice(0, drawn);
}
