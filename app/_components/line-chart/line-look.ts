/** How lines are told apart: by colour, by dashes and by the shape of their points. */
interface Look {
  colour: string;
  dashes: string | undefined;
  /** A point around 0,0, some 8 wide. */
  point: string;
}

const LOOKS: readonly Look[] = [
  { colour: "text-accent", dashes: undefined, point: "M-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0" },
  { colour: "text-cool", dashes: "7 4", point: "M-3.5 -3.5h7v7h-7z" },
  { colour: "text-good", dashes: "2 4", point: "M0 -5L4.5 3.5H-4.5z" },
  { colour: "text-warn", dashes: "9 3 2 3", point: "M0 -5L5 0L0 5L-5 0z" },
];

export const lineLook = (index: number): Look => LOOKS[index % LOOKS.length]!;
