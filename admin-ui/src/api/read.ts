/** Readers that turn unknown JSON into what a field must be, or throw a MalformedReply that names the field. */

export class MalformedReply extends Error {
  override readonly name = 'MalformedReply';
}

export type Fields = Readonly<Record<string, unknown>>;

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function readFields(value: unknown, name: string): Fields {
  if (isFields(value)) return value;
  throw new MalformedReply(`${name} is not an object`);
}

export function readString(from: Fields, key: string): string {
  const value = from[key];
  if (typeof value === 'string') return value;
  throw new MalformedReply(`${key} is not a string`);
}

export function readNumber(from: Fields, key: string): number {
  const value = from[key];
  if (typeof value === 'number') return value;
  throw new MalformedReply(`${key} is not a number`);
}

export function readBoolean(from: Fields, key: string): boolean {
  const value = from[key];
  if (typeof value === 'boolean') return value;
  throw new MalformedReply(`${key} is not a boolean`);
}

export function readList<T>(from: Fields, key: string, readItem: (item: Fields) => T): readonly T[] {
  const value = from[key];
  if (!Array.isArray(value)) throw new MalformedReply(`${key} is not a list`);
  return value.map((item: unknown) => readItem(readFields(item, key)));
}

/** A record of numbers, for example counts by type. */
export function readCounts(from: Fields, key: string): Readonly<Record<string, number>> {
  const fields = readFields(from[key], key);
  return Object.fromEntries(Object.keys(fields).map((name) => [name, readNumber(fields, name)]));
}
