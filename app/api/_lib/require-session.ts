import { AppError } from "@/lib/core/errors";
import type { Credentials } from "@/lib/features/admin-access/find-credentials";

/**
 * Access itself is managed by people: a token that got into wrong hands must not make another.
 * @throws AppError `forbidden` for API tokens
 */
export function requireSession({ session }: Credentials): NonNullable<Credentials["session"]> {
  if (session) return session;
  throw new AppError("forbidden", "An API token cannot manage passwords, sessions and tokens. Sign in at /admin/sign-in, or use npm run admin.");
}
