import { writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, it } from "vitest";
import { usePages } from "./open-page";
import { useOwnApp } from "./own-app";
import { results } from "./results";
import { words } from "./words";

const open = usePages();
const t = words("en");
const app = useOwnApp();

describe("Before there is an index", () => {
  it("says how to begin, and shows results by itself once there are captions", async () => {
    const start = await open("/", { app: app().url });
    await start.getByRole("heading", { name: t("building.emptyHeading") }).waitFor();
    const search = await open("/?q=a%20dog", { app: app().url });
    await search.getByRole("heading", { name: t("building.emptyHeading") }).waitFor();
    await search.getByText("npm run ingest").waitFor();

    const file = path.join(app().dataDir, "first.csv");
    await writeFile(file, "image_id,caption,language\n1,a dog runs,en\n2,猫が眠る,ja\n");
    await app().ingest([file], "first");
    await results(search).first().waitFor();
    await start.getByRole("heading", { name: t("start.gallery") }).waitFor();
  });
});
