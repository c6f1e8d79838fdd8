import { validateFileName } from "yauzl";
import { AppError } from "@/lib/core/errors";
import { excerpt } from "./excerpt";

/**
 * Nothing is ever unpacked to disk, but an archive with such a member is not what its name promises.
 * @throws AppError `bad_input` for a path that leads out of the archive
 */
export function checkMemberPath(path: string, link: boolean, archive: string): void {
  if (!link && validateFileName(path) === null && !/\p{Cc}/u.test(path)) return;
  const what = link ? "is a link" : "does not stay inside the archive";
  throw new AppError("bad_input", `${archive} is refused: its member "${excerpt(path)}" ${what}. Get the archive from its official site.`, { field: path });
}
