const MIN_CHARACTERS = 8;
/** A bound on the work that a caller can order. */
export const MAX_PASSWORD_BYTES = 1024;

/** What is wrong with a new password, as the end of a sentence; undefined when it may be used. */
export function passwordProblem(password: string): string | undefined {
  if (Array.from(password).length < MIN_CHARACTERS) return `must have at least ${MIN_CHARACTERS} characters`;
  if (Buffer.byteLength(password) > MAX_PASSWORD_BYTES)
    return `must have at most ${MAX_PASSWORD_BYTES} bytes in UTF-8`;
  return undefined;
}
