import { describe, expect, it } from "vitest";
import { axeFindings } from "./axe";
import { usePages } from "./open-page";

const open = usePages();
const pages = ["/", "/?q=dog&min=0.55", "/?q=dog&view=captions&min=0.55", "/?like=1&lang=ja&min=0.5", "/?q=dog&min=0.99", "/?q=海で遊ぶ犬&why=10&view=captions", "/images/sample/1", "/map?images=sample:1,sample:41", "/map?q=dog&layout=20200101-000000-0000", "/compare", "/compare?images=sample:1&text=A+dog%0A犬&method=tsne&other=64&order=alike&pair=1,2", "/compare/search?q=dog&other=64", "/encoder", "/encoder?text=𠮟る犬&piece=2", "/encoder/search?step=6", "/evaluation", "/evaluation?list=alike&pair=ja,en", "/nowhere"];

describe.each(["en", "ja"] as const)("axe finds nothing serious, in %s,", (language) => {
  it.each(pages)("on %s, wide and narrow, light and dark", async (address) => {
    expect(await axeFindings(await open(address, { language, colorScheme: "light", reducedMotion: "reduce" }))).toEqual({});
  });
});
