import type { z } from 'zod';
import type { SealedBox } from './sealed-box.ts';

/** Seals text for a column. `context` names the row and column: a value moved to another place does not open. */
export function sealText(box: SealedBox, text: string, context: string): string {
  return box.seal(Buffer.from(text), context).toString('base64');
}

/** @throws Error when the value was changed or belongs to another place */
export function openText(box: SealedBox, sealed: string, context: string): string {
  return box.open(Buffer.from(sealed, 'base64'), context).toString();
}

export function sealJson(box: SealedBox, value: unknown, context: string): string {
  return sealText(box, JSON.stringify(value), context);
}

/** @throws Error when the value was changed, belongs to another place, or has another shape */
export function openJson<T extends z.ZodType>(
  box: SealedBox,
  sealed: string,
  context: string,
  schema: T,
): z.output<T> {
  return schema.parse(JSON.parse(openText(box, sealed, context)));
}
