import { inflateRawSync } from 'node:zlib';
import { AppError } from '../../errors.ts';
import { decodeName } from './decode-name.ts';
import { formatError } from './format-error.ts';
import { type ParseBudget, unpackedTooLarge } from './parse-budget.ts';

const END_RECORD = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
/** Bits of an entry's flags: encrypted; its name is UTF-8. */
const ENCRYPTED = 1;
const UTF8_NAME = 0x800;
const ZIP64_FIELD = 1;
const ZIP64_LATER = 0xffffffff;
const MAX_ENTRIES = 4096;
const STORED = 0;
const DEFLATED = 8;

/** A file in an archive. */
export interface ZipFile {
  readonly name: string;
  /**
   * Unpacks it, and takes its size from the budget.
   * @throws AppError ERR_KNOWLEDGE_FORMAT when it is damaged, unpacks to more than it states, or to more than is left.
   */
  read(): Buffer;
}

/**
 * The files of a ZIP archive (PKWARE APPNOTE 6.3.10, sections 4.3 and 4.4), from its central directory. The sizes that it states must fit
 * the budget together, and no file may unpack to more than it states: a bomb is refused before it is unpacked.
 * @throws AppError ERR_KNOWLEDGE_FORMAT when it is damaged, locked with a password, or too large.
 */
export function readZip(bytes: Buffer, budget: ParseBudget): ZipFile[] {
  const entries = guarded(() => readDirectory(bytes));
  if (entries.some((entry) => entry.encrypted)) {
    throw formatError('locked', 'The file is locked with a password. Save it without one and retry.');
  }
  if (entries.reduce((sum, entry) => sum + entry.size, 0) > budget.unpackedBytes) throw unpackedTooLarge();
  return entries
    .filter(({ name }) => !name.endsWith('/'))
    .map((entry) => ({ name: entry.name, read: () => guarded(() => unpack(entry, budget)) }));
}

interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  /** Unpacked size that the archive states. */
  readonly size: number;
  readonly packed: Buffer;
}

/** Offsets in a damaged archive lead anywhere: whatever reading them throws means damage. */
function guarded<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof AppError) throw error;
    if (isTooLarge(error)) throw unpackedTooLarge(error);
    throw formatError(
      'damaged',
      'The file is damaged: its archive cannot be read. Save it again and retry.',
      error,
    );
  }
}

function isTooLarge(error: unknown): boolean {
  return error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
}

function unpack(entry: ZipEntry, budget: ParseBudget): Buffer {
  const content =
    entry.method === STORED
      ? entry.packed
      : inflateRawSync(entry.packed, { maxOutputLength: Math.max(1, entry.size) });
  budget.takeUnpacked(content.length);
  return content;
}

function readDirectory(bytes: Buffer): ZipEntry[] {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || bytes.readUInt32LE(end) !== END_RECORD) throw new Error('no end record');
  const count = bytes.readUInt16LE(end + 10);
  if (count > MAX_ENTRIES) {
    throw formatError('too-large', `The archive holds ${count} files; at most ${MAX_ENTRIES} are read.`);
  }
  let at = bytes.readUInt32LE(end + 16);
  const entries: ZipEntry[] = [];
  for (let index = 0; index < count; index += 1) {
    if (bytes.readUInt32LE(at) !== DIRECTORY_ENTRY) throw new Error('bad directory entry');
    entries.push(readEntry(bytes, at));
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

function readEntry(bytes: Buffer, at: number): ZipEntry {
  const flags = bytes.readUInt16LE(at + 8);
  const method = bytes.readUInt16LE(at + 10);
  const nameEnd = at + 46 + bytes.readUInt16LE(at + 28);
  const extra = bytes.subarray(nameEnd, nameEnd + bytes.readUInt16LE(at + 30));
  const { size, packedSize, local } = sizesOf(bytes, at, extra);
  if (method !== STORED && method !== DEFLATED) {
    throw formatError(
      'unsupported',
      'The archive is packed in a way that is not read. Save it as plain ZIP.',
    );
  }
  if (bytes.readUInt32LE(local) !== LOCAL_ENTRY) throw new Error('bad local entry');
  const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  if (start + packedSize > bytes.length) throw new Error('truncated');
  const name = bytes.subarray(at + 46, nameEnd);
  return {
    name: (flags & UTF8_NAME) === 0 ? decodeName(name) : name.toString('utf8'),
    method,
    encrypted: (flags & ENCRYPTED) !== 0,
    size,
    packed: bytes.subarray(start, start + packedSize),
  };
}

/** Sizes and place of an entry; those that do not fit 32 bits stand in its ZIP64 field, in this order (4.5.3). */
function sizesOf(
  bytes: Buffer,
  at: number,
  extra: Buffer,
): { size: number; packedSize: number; local: number } {
  const long = zip64Field(extra);
  let read = 0;
  const wide = (value: number): number => {
    if (value !== ZIP64_LATER || long === undefined) return value;
    read += 8;
    return Number(long.readBigUInt64LE(read - 8));
  };
  const size = wide(bytes.readUInt32LE(at + 24));
  const packedSize = wide(bytes.readUInt32LE(at + 20));
  return { size, packedSize, local: wide(bytes.readUInt32LE(at + 42)) };
}

function zip64Field(extra: Buffer): Buffer | undefined {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) === ZIP64_FIELD)
      return extra.subarray(at + 4, at + 4 + extra.readUInt16LE(at + 2));
  }
  return undefined;
}
