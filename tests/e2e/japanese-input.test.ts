import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { usePages } from "./open-page";
import { asked, results } from "./results";
import { soon } from "./soon";

const open = usePages();

async function keyboardOf(page: Page) {
  const cdp = await page.context().newCDPSession(page);
  const enter = (windowsVirtualKeyCode: number) => cdp.send("Input.dispatchKeyEvent", { type: "keyDown", key: "Enter", code: "Enter", text: "\r", windowsVirtualKeyCode });
  return {
    compose: (text: string) => cdp.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length }),
    commit: (text: string) => cdp.send("Input.insertText", { text }),
    enter: () => enter(13),
    /** As Safari sends it: after the conversion has ended, marked by the key code alone. */
    enterOfInputMethod: () => enter(229),
  };
}

async function composing(page: Page) {
  const keyboard = await keyboardOf(page);
  await page.getByRole("searchbox").focus();
  await keyboard.compose("いぬ");
  await soon(() => page.getByRole("searchbox").inputValue()).toBe("いぬ");
  return keyboard;
}

/** Every query the browser asks for, also one whose answer is never shown. */
function watchQueries(page: Page): string[] {
  const queries: string[] = [];
  page.on("request", (request) => {
    const { pathname, searchParams } = new URL(request.url());
    const query = searchParams.get("q");
    if (pathname === "/" && query !== null) queries.push(query);
  });
  return queries;
}

describe("Typing Japanese", () => {
  it("keeps the Enter that confirms a conversion for the conversion; the next one searches", async () => {
    const page = await open("/");
    const queries = watchQueries(page);
    const keyboard = await composing(page);
    await keyboard.enter();
    await keyboard.commit("犬");
    expect(await page.getByRole("searchbox").inputValue()).toBe("犬");
    await keyboard.enter();
    await results(page).first().waitFor();
    expect(asked(page)).toEqual({ q: "犬" });
    expect(new Set(queries)).toEqual(new Set(["犬"]));
  });

  it("does so too where the browser ends the conversion before it tells of the Enter", async () => {
    const page = await open("/");
    const queries = watchQueries(page);
    const keyboard = await composing(page);
    await keyboard.commit("犬");
    await keyboard.enterOfInputMethod();
    await keyboard.commit("小屋");
    await keyboard.enter();
    await results(page).first().waitFor();
    expect(asked(page)).toEqual({ q: "犬小屋" });
    expect(new Set(queries)).toEqual(new Set(["犬小屋"]));
  });
});
