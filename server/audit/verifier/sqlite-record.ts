import { FileFormatError } from './file-format-error.ts';

/** A value of a row. Numbers that JavaScript cannot hold exactly, and fractions, come as undefined: no log has them. */
export type SqliteValue = string | number | Buffer | null | undefined;

/**
 * A number of 1 to 9 bytes. Not exact beyond 2^53, which callers refuse.
 * @throws FileFormatError
 */
export function readVarint(bytes: Buffer, at: number): { value: number; next: number } {
  let value = 0;
  for (let index = 0; index < 8; index += 1) {
    const byte = byteAt(bytes, at + index);
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) return { value, next: at + index + 1 };
  }
  return { value: longVarint(bytes.subarray(at, at + 8), byteAt(bytes, at + 8)), next: at + 9 };
}

/** Nine bytes hold all 64 bits, in two's complement: seven of each of the first eight, and all of the last. */
function longVarint(first: Buffer, last: number): number {
  const bits = first.reduce((sum, byte) => (sum << 7n) | BigInt(byte & 0x7f), 0n);
  return Number(BigInt.asIntN(64, (bits << 8n) | BigInt(last)));
}

function byteAt(bytes: Buffer, at: number): number {
  const byte = bytes[at];
  if (byte === undefined) throw new FileFormatError('a number is cut off');
  return byte;
}

/**
 * The values of a record (SQLite file format, section 2.1). Text comes as text, but for the columns of `raw`, whose
 * text comes as its bytes. What lies beyond the given bytes is undefined.
 * @throws FileFormatError
 */
export function decodeRecord(payload: Buffer, raw: ReadonlySet<number>): SqliteValue[] {
  const { value: headerBytes, next } = readVarint(payload, 0);
  if (headerBytes < 0 || headerBytes > payload.length) throw new FileFormatError('a record is cut off');
  const values: SqliteValue[] = [];
  let place = headerBytes;
  for (let at = next; at < headerBytes;) {
    const type = readVarint(payload, at);
    at = type.next;
    const length = lengthOf(type.value);
    const end = place + length;
    // Text is taken from where it stands: a view for each value would cost more than the value.
    if (end > payload.length) values.push(undefined);
    else if (type.value >= 13 && type.value % 2 === 1 && !raw.has(values.length))
      values.push(payload.toString('utf8', place, end));
    else values.push(toValue(type.value, payload.subarray(place, end), raw.has(values.length)));
    place = end;
  }
  return values;
}

function lengthOf(type: number): number {
  if (type >= 12) return Math.floor((type - 12) / 2);
  const length = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0][type];
  if (length === undefined) throw new FileFormatError('a value has an unknown type');
  return length;
}

function toValue(type: number, bytes: Buffer, raw: boolean): SqliteValue {
  // Where the bytes of a text are wanted, other bytes are none.
  if (type >= 12) return (type % 2 === 1) === raw ? bytes : undefined;
  if (type === 0) return null;
  if (type === 8 || type === 9) return type - 8;
  if (type === 7) return undefined;
  const value = type === 6 ? Number(bytes.readBigInt64BE()) : bytes.readIntBE(0, bytes.length);
  return Number.isSafeInteger(value) ? value : undefined;
}
