import { AppError } from "@/lib/core/errors";
import type { Database } from "@/lib/database/client";
import { deleteGoldenRow } from "@/lib/database/golden-queries";

/** @throws AppError `not_found` */
export async function unpinGoldenQuery(db: Database, id: number): Promise<void> {
  if (!(await deleteGoldenRow(db, id))) throw new AppError("not_found", `There is no pinned query ${id}. npm run golden -- list shows those there are.`, { field: "id" });
}
