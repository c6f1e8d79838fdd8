export interface ExampleQuery {
  text: string;
  language: "ja" | "en";
}

/** Shown on the start page, in both languages whatever the interface speaks. */
export const exampleQueries: ExampleQuery[] = [
  { text: "海で遊ぶ犬", language: "ja" },
  { text: "a birthday cake with candles", language: "en" },
  { text: "夜の街", language: "ja" },
  { text: "children playing in the snow", language: "en" },
  { text: "窓辺で眠る猫", language: "ja" },
  { text: "a train at the station", language: "en" },
];
