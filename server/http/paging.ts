import { z } from 'zod';
import { AppError } from '../errors.ts';

/** How many a page holds. */
export const pageLimit = z.coerce.number().int().min(1).max(200).default(100);

/** Where a page of something sorted by time ended. */
export interface TimeCursor {
  /** RFC 3339. */
  readonly createdAt: string;
  readonly id: string;
}

export function presentCursor({ createdAt, id }: TimeCursor): string {
  return Buffer.from(JSON.stringify([createdAt, id])).toString('base64url');
}

const cursor = z.tuple([z.string(), z.string()]);

/** @throws AppError ERR_REQUEST_INVALID */
export function parseCursor(text: string): TimeCursor {
  try {
    const [createdAt, id] = cursor.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
    return { createdAt, id };
  } catch (cause) {
    throw new AppError('ERR_REQUEST_INVALID', 'after: must be `next` of another page.', {
      status: 400,
      param: 'after',
      cause,
    });
  }
}
