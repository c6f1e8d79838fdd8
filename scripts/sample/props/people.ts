import { path } from "../shapes";
import { scaled, type Prop } from "./prop";

/** What goes with the people of the emoji set, some of whom are only heads. */
export const people = {
  /** Shoulders for a head whose chin is a little above the top. */
  torso: scaled((color) => path("M-46 0q-6 -50 24 -58q22 -6 44 0q30 8 24 58z", color) + path("M-14 -59q14 12 28 0l-3 -3h-22z", "#fff", 0.5)),
} satisfies Record<string, Prop>;
