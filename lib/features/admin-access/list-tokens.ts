import { listApiTokens } from "@/lib/database/api-tokens";
import type { Database } from "@/lib/database/client";
import type { TokenView } from "./access-types";
import { toTokenView } from "./token-view";

/** The latest first; expired and revoked ones too. */
export async function listTokens(db: Database): Promise<TokenView[]> {
  return (await listApiTokens(db)).map((row) => toTokenView(row));
}
