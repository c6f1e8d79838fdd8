import { AppError } from "@/lib/core/errors";
import { revokeApiToken } from "@/lib/database/api-tokens";
import type { Database } from "@/lib/database/client";
import type { TokenView } from "./access-types";
import { toTokenView } from "./token-view";

/** The token is refused from now on, for good. @throws AppError `not_found` */
export async function revokeToken(db: Database, which: { id: number } | { name: string }): Promise<TokenView> {
  const row = await revokeApiToken(db, which);
  if (!row) throw new AppError("not_found", `There is no token ${"id" in which ? `with the number ${which.id}` : which.name}.`);
  return toTokenView(row);
}
