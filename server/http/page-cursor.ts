import { z } from 'zod';
import { AppError } from '../errors.ts';

/** Where a list that is ordered by time goes on: after this row. */
export interface PageCursor {
  /** RFC 3339. */
  readonly at: string;
  readonly id: string;
}

const cursor = z.tuple([z.string(), z.string()]);

/** As callers get it, to hand it back as it is. */
export function presentPageCursor({ at, id }: PageCursor): string {
  return Buffer.from(JSON.stringify([at, id])).toString('base64url');
}

/** @throws AppError ERR_REQUEST_INVALID */
export function parsePageCursor(text: string): PageCursor {
  try {
    const [at, id] = cursor.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
    return { at, id };
  } catch (cause) {
    throw new AppError('ERR_REQUEST_INVALID', 'after: must be `next` of another page.', {
      status: 400,
      param: 'after',
      cause,
    });
  }
}
