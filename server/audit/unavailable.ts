import { AppError } from '../errors.ts';

/** An entry could not be made durable, so what it would have recorded must not happen. */
export function unavailable(cause: unknown): AppError {
  return cause instanceof AppError
    ? cause
    : new AppError(
        'ERR_AUDIT_UNAVAILABLE',
        'The audit log cannot be written, so nothing is answered. Check the data folder: space, permissions, disk.',
        { status: 503, cause },
      );
}

/** The log is not what it was: entries are missing or changed. It takes no more until somebody has looked. */
export function invalid(what: string): AppError {
  return new AppError(
    'ERR_AUDIT_INVALID',
    `The audit log does not verify: ${what}. Keep the files, run "audit verify", and restore the log from a back-up; if there is no newer one, "audit new-incarnation" begins a new log.`,
    { status: 503 },
  );
}
