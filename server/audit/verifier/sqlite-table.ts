import { FileFormatError } from './file-format-error.ts';
import type { SqlitePages } from './sqlite-pages.ts';
import { readVarint } from './sqlite-record.ts';

/** A row as it is stored. */
export interface SqliteRow {
  /** Not exact beyond 2^53. */
  readonly rowid: number;
  /** The record, or its beginning when it is longer than any record of a log. */
  readonly payload: Buffer;
}

const LEAF = 0x0d;
const INTERIOR = 0x05;
/** SQLite's own limit. */
const MAX_DEPTH = 20;
const FILE_HEADER_BYTES = 100;

/**
 * Every row of a table b-tree in the order of its pages (SQLite file format, section 1.6). Pages are hostile input: each
 * is visited once at most, so that a tree that bites its tail comes to an end.
 * @param maxBytes how much of a record is read
 * @throws FileFormatError
 */
export function* readTable(pages: SqlitePages, root: number, maxBytes: number): Generator<SqliteRow> {
  yield* readTree({ pages, maxBytes, visited: new Uint8Array(pages.count + 1) }, root, 0);
}

interface Walk {
  readonly pages: SqlitePages;
  readonly maxBytes: number;
  readonly visited: Uint8Array;
}

function visit({ pages, visited }: Walk, number: number): Buffer {
  const page = pages.page(number);
  if (visited[number] === 1) throw new FileFormatError('a page is used twice');
  visited[number] = 1;
  return page;
}

function* readTree(walk: Walk, number: number, depth: number): Generator<SqliteRow> {
  const page = visit(walk, number);
  const start = number === 1 ? FILE_HEADER_BYTES : 0;
  const type = page.readUInt8(start);
  if ((type !== LEAF && type !== INTERIOR) || depth > MAX_DEPTH)
    throw new FileFormatError('a page is no table page');
  const cells = page.readUInt16BE(start + 3);
  const pointers = start + (type === LEAF ? 8 : 12);
  if (pointers + cells * 2 > page.length) throw new FileFormatError('a page has too many cells');
  for (let index = 0; index < cells; index += 1) {
    const at = page.readUInt16BE(pointers + index * 2);
    if (at + 4 > page.length) throw new FileFormatError('a cell is outside of its page');
    if (type === LEAF) yield readCell(walk, page, at);
    else yield* readTree(walk, page.readUInt32BE(at), depth + 1);
  }
  if (type === INTERIOR) yield* readTree(walk, page.readUInt32BE(start + 8), depth + 1);
}

function readCell(walk: Walk, page: Buffer, at: number): SqliteRow {
  const size = readVarint(page, at);
  const rowid = readVarint(page, size.next);
  const { usable } = walk.pages;
  if (size.value < 0) throw new FileFormatError('a record has an impossible size');
  const local = localBytes(size.value, usable);
  const kept = page.subarray(rowid.next, rowid.next + local);
  if (kept.length < local) throw new FileFormatError('a record is cut off');
  if (size.value === local) return { rowid: rowid.value, payload: kept };
  if (rowid.next + local + 4 > page.length) throw new FileFormatError('a record is cut off');
  const wanted = Math.min(size.value, walk.maxBytes);
  const rest = readOverflow(walk, page.readUInt32BE(rowid.next + local), wanted - local);
  return { rowid: rowid.value, payload: Buffer.concat([kept, ...rest]) };
}

/** How many bytes of a record stand on the leaf page itself. */
function localBytes(size: number, usable: number): number {
  const most = usable - 35;
  if (size <= most) return size;
  const least = Math.floor(((usable - 12) * 32) / 255) - 23;
  const fitting = least + ((size - least) % (usable - 4));
  return fitting <= most ? fitting : least;
}

function readOverflow(walk: Walk, first: number, length: number): Buffer[] {
  const parts: Buffer[] = [];
  let next = first;
  for (let left = length; left > 0;) {
    const page = visit(walk, next);
    const part = page.subarray(4, Math.min(walk.pages.usable, 4 + left));
    parts.push(part);
    left -= part.length;
    next = page.readUInt32BE(0);
  }
  return parts;
}
