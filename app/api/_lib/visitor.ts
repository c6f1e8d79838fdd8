import { clientAddress } from "@/lib/core/client-address";
import type { Visitor } from "@/lib/features/admin-access/start-session";

export const visitorOf = ({ headers }: Request): Visitor => ({ address: clientAddress(headers), userAgent: headers.get("user-agent") ?? "" });
