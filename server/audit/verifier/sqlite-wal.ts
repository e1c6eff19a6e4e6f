import { existsSync } from 'node:fs';
import { type FileBlocks, openBlocks } from './file-blocks.ts';

/** What a write-ahead log holds that is not in the database yet (SQLite file format, section 4). */
export interface WriteAheadLog {
  readonly file: FileBlocks;
  /** Where in the file the newest committed image of a page begins. */
  readonly pages: ReadonlyMap<number, number>;
  /** Pages of the database after the last commit. */
  readonly databasePages: number;
  readonly pageSize: number;
}

const HEADER_BYTES = 32;
const FRAME_HEADER_BYTES = 24;
const MAGIC = 0x377f0682;
const VERSION = 3007000;

/** The committed frames of `PATH-wal`; undefined when there are none. Frames after a break do not count. */
export function openWriteAheadLog(databasePath: string): WriteAheadLog | undefined {
  const path = `${databasePath}-wal`;
  if (!existsSync(path)) return undefined;
  const file = openBlocks(path);
  const header = file.read(0, HEADER_BYTES);
  const found = header.length === HEADER_BYTES ? readFrames(file, header) : undefined;
  if (found === undefined || found.pages.size === 0) {
    file.close();
    return undefined;
  }
  return { file, ...found };
}

function readFrames(file: FileBlocks, header: Buffer): Omit<WriteAheadLog, 'file'> | undefined {
  const magic = header.readUInt32BE(0);
  const pageSize = header.readUInt32BE(8);
  if ((magic & ~1) >>> 0 !== MAGIC || header.readUInt32BE(4) !== VERSION) return undefined;
  const checksum = createChecksum(magic % 2 === 1);
  checksum.add(header.subarray(0, 24));
  if (!checksum.matches(header, 24) || !isPageSize(pageSize)) return undefined;
  const salts = header.subarray(16, 24);
  const pages = new Map<number, number>();
  let open = new Map<number, number>();
  let databasePages = 0;
  const frameBytes = FRAME_HEADER_BYTES + pageSize;
  for (let at = HEADER_BYTES; at + frameBytes <= file.size; at += frameBytes) {
    const frame = file.read(at, frameBytes);
    if (frame.length < frameBytes || !frame.subarray(8, 16).equals(salts)) break;
    checksum.add(frame.subarray(0, 8));
    checksum.add(frame.subarray(FRAME_HEADER_BYTES));
    if (!checksum.matches(frame, 16)) break;
    open.set(frame.readUInt32BE(0), at + FRAME_HEADER_BYTES);
    const committed = frame.readUInt32BE(4);
    if (committed === 0) continue;
    databasePages = committed;
    for (const [page, place] of open) pages.set(page, place);
    open = new Map();
  }
  return { pages, databasePages, pageSize };
}

interface Checksum {
  /** Takes a multiple of 8 bytes. */
  add(bytes: Buffer): void;
  /** Whether the sums so far stand at `at`, big-endian as all numbers of the header. */
  matches(bytes: Buffer, at: number): boolean;
}

function createChecksum(bigEndian: boolean): Checksum {
  let first = 0;
  let second = 0;
  return {
    add(bytes) {
      for (let at = 0; at < bytes.length; at += 8) {
        const a = bigEndian ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at);
        const b = bigEndian ? bytes.readUInt32BE(at + 4) : bytes.readUInt32LE(at + 4);
        first = (first + a + second) >>> 0;
        second = (second + b + first) >>> 0;
      }
    },
    matches: (bytes, at) => bytes.readUInt32BE(at) === first && bytes.readUInt32BE(at + 4) === second,
  };
}

/** A power of two from 512 to 65536. */
export function isPageSize(size: number): boolean {
  return size >= 512 && size <= 65_536 && (size & (size - 1)) === 0;
}
