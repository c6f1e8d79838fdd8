import { AppError } from "@/lib/core/errors";

/** Characters (code points) after normalisation. */
export const PASSWORD_LENGTH = { min: 10, max: 1000 } as const;

/** One and the same password however a keyboard composes its characters: full and half width, accents, kana with marks. */
export const normalisePassword = (text: string): string => text.normalize("NFKC");

/**
 * A new password, normalised.
 * @throws AppError `invalid_parameter` where it is too short or too long
 */
export function checkNewPassword(text: string): string {
  const password = normalisePassword(text);
  const { length } = [...password];
  if (length < PASSWORD_LENGTH.min) throw new AppError("invalid_parameter", `The password needs at least ${PASSWORD_LENGTH.min} characters.`, { field: "password" });
  if (length > PASSWORD_LENGTH.max) throw new AppError("invalid_parameter", `The password may have ${PASSWORD_LENGTH.max} characters at most.`, { field: "password" });
  return password;
}
