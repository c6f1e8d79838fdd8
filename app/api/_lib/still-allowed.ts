import { toAppError } from "@/lib/core/errors";
import { authenticate } from "./authenticate";

/** Whether the credentials of a request that is answered for long are still good. A database that cannot be read just now decides nothing. */
export async function stillAllowed(request: Request): Promise<boolean> {
  try {
    await authenticate(request);
    return true;
  } catch (error) {
    const { code } = toAppError(error);
    return code !== "unauthenticated" && code !== "forbidden";
  }
}
