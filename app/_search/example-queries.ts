export interface ExampleQuery {
  text: string;
  language: "ja" | "en";
}

/** Shown on the start page, in both languages whatever the interface speaks. */
export const exampleQueries = [
  { text: "海で遊ぶ犬", language: "ja" },
  { text: "a birthday cake with candles", language: "en" },
  { text: "花火大会", language: "ja" },
  { text: "skiing down a mountain", language: "en" },
  { text: "窓辺の猫", language: "ja" },
  { text: "a train at the station", language: "en" },
] as const satisfies ExampleQuery[];
