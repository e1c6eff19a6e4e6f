import { z } from 'zod';
import { AppError } from '../errors.ts';
import type { TimeCursor } from '../util/time-cursor.ts';

/** How many a page holds. */
export const pageLimit = z.coerce.number().int().min(1).max(200).default(100);

/** As callers get it, one word to hand back as it is. */
export function presentCursor({ at, id }: TimeCursor): string {
  return Buffer.from(JSON.stringify([at, id])).toString('base64url');
}

const cursor = z.tuple([z.string(), z.string()]);

/** @throws AppError ERR_REQUEST_INVALID */
export function parseCursor(text: string): TimeCursor {
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
