import { AppError } from "@/lib/core/errors";
import { COMMAND_LINE } from "@/lib/features/admin-access/actor";
import { recordAct } from "@/lib/features/admin-access/record-act";
import { listGoldenQueries } from "@/lib/features/reindexing/list-golden-queries";
import { pinGoldenQuery } from "@/lib/features/reindexing/pin-golden-query";
import type { GoldenQueryView } from "@/lib/features/reindexing/reindex-types";
import { unpinGoldenQuery } from "@/lib/features/reindexing/unpin-golden-query";
import { prepareDatabase } from "@/lib/features/setup/prepare-database";
import { defineCommand } from "./cli/command";
import { parseCount } from "./cli/parse-count";
import { runAsMain } from "./cli/run-command";

type Result = { queries: GoldenQueryView[] };

/** "coco/42" → the image 42 of the collection coco; ids may hold slashes themselves. */
function parseImage(text: string): { collection: string; id: string } {
  const slash = text.indexOf("/");
  if (slash < 1 || slash === text.length - 1) throw new AppError("invalid_parameter", `"${text}" names no image: give COLLECTION/ID, such as coco/42.`, { field: "images" });
  return { collection: text.slice(0, slash), id: text.slice(slash + 1) };
}

const describe = ({ id, text, expected }: GoldenQueryView) => `${id}  ${text} → ${expected.map(({ collection, id: image }) => `${collection}/${image}`).join(", ")}`;

export const command = defineCommand<object, Result>({
  name: "golden",
  summary: "List, pin or unpin queries that every new generation has to answer.",
  description: "Acts: list, pin, unpin. A pinned query names the images that it has to find among the first ten. A generation that finds fewer of them than the one before is not activated, but for the margin that is set. One whose images are not in both is not asked, which the gate's report says.",
  examples: [
    { line: "npm run golden -- pin 海で遊ぶ犬 coco/42 coco/77", about: "The query has to find both images." },
    { line: "npm run golden -- unpin 3", about: "Forgets the third." },
  ],
  configure: (program) => program.argument("<act>", "one of list, pin, unpin").argument("[query]", "for pin: the query; for unpin: its number").argument("[images...]", "for pin: the images, as COLLECTION/ID"),
  run: async ({ args: [act, query, ...images] }) => {
    const { db } = await prepareDatabase();
    if (act === "pin") {
      const pinned = { text: query ?? "", expected: images.map(parseImage) };
      await recordAct(db, COMMAND_LINE, "golden.pin", () => pinGoldenQuery(db, pinned, COMMAND_LINE.name), { detail: pinned });
    } else if (act === "unpin") {
      if (query === undefined) throw new AppError("invalid_parameter", "Give the number of the query. npm run golden -- list shows them.", { field: "query" });
      await recordAct(db, COMMAND_LINE, "golden.unpin", () => unpinGoldenQuery(db, parseCount(query)), { target: `query ${query}` });
    } else if (act !== "list") {
      throw new AppError("invalid_parameter", "Give one of these acts: list, pin, unpin.", { field: "act" });
    }
    return { queries: await listGoldenQueries(db) };
  },
  present: ({ queries }) => (queries.length === 0 ? "No query is pinned." : queries.map(describe).join("\n")),
});

runAsMain(command, import.meta.url);
