import { type RawBuilder, sql } from 'kysely';

/** Whether a column holds these characters, in any case of ASCII letters. Nothing in them is a wildcard. */
export function containsText(column: RawBuilder<unknown>, text: string): RawBuilder<boolean> {
  const pattern = `%${text.toLowerCase().replaceAll(/[\\%_]/gu, (mark) => `\\${mark}`)}%`;
  return sql<boolean>`lower(${column}) like ${pattern} escape '\\'`;
}
