import { chromium, type Browser } from "playwright-core";
import { findBrowser, HOW_TO_GET_ONE } from "@/scripts/setup/find-browser.mjs";

const FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

/** A headless Chromium of the machine. @param webgl whether pages can draw with it: in software, as test machines have no graphics card   @throws where there is none, saying how to get one */
export async function launchBrowser(webgl = true): Promise<Browser> {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error(`No browser was found: ${HOW_TO_GET_ONE}`);
  return chromium.launch({ executablePath, args: [...FLAGS, ...(webgl ? [] : ["--disable-3d-apis"])] });
}
