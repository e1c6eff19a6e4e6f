import { AppError } from '../../errors.ts';

export function unreachable(what: string, cause?: unknown): AppError {
  return new AppError('ERR_SOURCE_UNREACHABLE', what, { status: 502, expose: true, cause });
}

export function invalidSource(what: string, cause?: unknown): AppError {
  return new AppError('ERR_SOURCE_INVALID', what, { status: 422, cause });
}

export function itemGone(cause?: unknown): AppError {
  return new AppError('ERR_SOURCE_ITEM_GONE', 'The item vanished while the source was read.', {
    status: 404,
    cause,
  });
}

export function itemBusy(): AppError {
  return new AppError('ERR_SOURCE_ITEM_BUSY', 'The item is being written. It is read the next time.', {
    status: 409,
  });
}

export function itemTooLarge(maxBytes: number): AppError {
  const mib = Math.floor(maxBytes / 1024 / 1024);
  const limit = mib > 0 ? `${mib} MiB` : `${maxBytes} bytes`;
  return new AppError('ERR_SOURCE_ITEM_TOO_LARGE', `The item has more than ${limit}. Split it.`, {
    status: 413,
  });
}

/** The error that an answer of a server means. */
export function statusError(status: number, host: string): AppError {
  if (status === 401 || status === 403) {
    return new AppError(
      'ERR_SOURCE_CREDENTIALS',
      `${host} refuses these credentials (status ${status}). Correct them, or give their account access.`,
      { status: 422 },
    );
  }
  if (status === 404 || status === 410)
    return unreachable(`${host} has nothing at this address. Correct it.`);
  return unreachable(`${host} answers with status ${status}.`);
}

/** The AppError that another error wraps, where a library has put itself around it. */
export function innerAppError(error: unknown): AppError | undefined {
  for (let at = error, depth = 0; depth < 5 && at instanceof Error; at = at.cause, depth += 1)
    if (at instanceof AppError) return at;
  return undefined;
}
