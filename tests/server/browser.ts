import { chromium, type Browser } from "playwright-core";
import { findBrowser, HOW_TO_GET_ONE } from "@/scripts/setup/find-browser.mjs";

const FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

/** A headless Chromium of the machine. @throws where there is none, saying how to get one */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error(`No browser was found: ${HOW_TO_GET_ONE}`);
  return chromium.launch({ executablePath, args: FLAGS });
}
