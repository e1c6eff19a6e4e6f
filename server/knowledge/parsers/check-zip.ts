import { inflateRawSync } from 'node:zlib';
import { formatError } from './format-error.ts';

const END_RECORD = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
const MAX_ENTRIES = 4096;
const STORED = 0;
const DEFLATED = 8;

interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly packed: Buffer;
}

/**
 * Names of the files in a ZIP archive whose contents, really unpacked, stay under `limit` bytes together.
 * Sizes that the archive states about itself are not believed.
 * @throws AppError ERR_KNOWLEDGE_FORMAT when it is damaged, encrypted, or larger than that.
 */
export function checkZip(bytes: Buffer, limit: number): string[] {
  try {
    let left = limit;
    return readDirectory(bytes).map((entry) => {
      left -= unpackedSize(entry, left);
      return entry.name;
    });
  } catch (error) {
    if (isTooLarge(error)) throw formatError('The document unpacks to more than the allowed size.', error);
    throw formatError('The document is damaged: its archive cannot be read. Save it again and retry.', error);
  }
}

function isTooLarge(error: unknown): boolean {
  return error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
}

function unpackedSize(entry: ZipEntry, left: number): number {
  if (entry.method === STORED) return entry.packed.length;
  if (entry.method !== DEFLATED) throw new Error('unknown compression method');
  return inflateRawSync(entry.packed, { maxOutputLength: Math.max(1, left) }).length;
}

/** Reads the central directory (PKWARE APPNOTE 4.3.12), as the unpacking library does. */
function readDirectory(bytes: Buffer): ZipEntry[] {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || bytes.readUInt32LE(end) !== END_RECORD) throw new Error('no end record');
  const count = bytes.readUInt16LE(end + 10);
  if (count > MAX_ENTRIES) throw new Error('too many entries');
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
  if ((bytes.readUInt16LE(at + 8) & 1) !== 0) throw new Error('encrypted');
  const local = bytes.readUInt32LE(at + 42);
  if (bytes.readUInt32LE(local) !== LOCAL_ENTRY) throw new Error('bad local entry');
  const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  return {
    name: bytes.toString('utf8', at + 46, at + 46 + bytes.readUInt16LE(at + 28)),
    method: bytes.readUInt16LE(at + 10),
    packed: bytes.subarray(start, start + bytes.readUInt32LE(at + 20)),
  };
}
