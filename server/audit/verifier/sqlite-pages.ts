import { openBlocks } from './file-blocks.ts';
import { FileFormatError } from './file-format-error.ts';
import { isPageSize, openWriteAheadLog } from './sqlite-wal.ts';

/** The pages of an SQLite database as of its last commit, its write-ahead log included. Takes no lock. */
export interface SqlitePages {
  /** Bytes of a page that hold content. */
  readonly usable: number;
  readonly count: number;
  /** A page by its number, from 1. @throws FileFormatError when there is no such page */
  page(number: number): Buffer;
  /** Whether somebody wrote to the database since it was opened: what was read may then belong to two states. */
  wasChanged(): boolean;
  close(): void;
}

const HEADER_BYTES = 100;
const MAGIC = 'SQLite format 3\0';
const UTF8 = 1;

/** @throws FileFormatError when the file is not a database in UTF-8; Error when it cannot be read */
export function openSqlitePages(path: string): SqlitePages {
  const file = openBlocks(path);
  const before = file.modified();
  const wal = openWriteAheadLog(path);
  const close = (): void => {
    file.close();
    wal?.file.close();
  };
  try {
    if (file.size === 0 && wal === undefined)
      return { ...emptyDatabase, wasChanged: () => file.modified() !== before, close };
    const first = wal?.pages.get(1);
    const header = first === undefined ? file.read(0, HEADER_BYTES) : wal?.file.read(first, HEADER_BYTES);
    const { pageSize, reserved, stated } = parseHeader(header ?? Buffer.alloc(0));
    if (wal !== undefined && wal.pageSize !== pageSize) throw new FileFormatError('its page sizes differ');
    const held = Math.floor(file.size / pageSize) + (wal?.pages.size ?? 0);
    // What the header says is hostile: there are no more pages than the files hold.
    const count = Math.min(held, wal?.databasePages ?? Math.max(stated, held));
    return {
      usable: pageSize - reserved,
      count,
      page(number) {
        const place = wal?.pages.get(number);
        if (!Number.isSafeInteger(number) || number < 1 || number > count)
          throw new FileFormatError('there is no such page');
        const page =
          place === undefined || wal === undefined
            ? file.read((number - 1) * pageSize, pageSize)
            : wal.file.read(place, pageSize);
        if (page.length < pageSize) throw new FileFormatError('a page is cut off');
        return page;
      },
      wasChanged: () => file.modified() !== before,
      close,
    };
  } catch (error) {
    close();
    throw error;
  }
}

/** SQLite takes an empty file for a database without tables. */
const emptyDatabase = {
  usable: 0,
  count: 0,
  page(): Buffer {
    throw new FileFormatError('there is no such page');
  },
};

function parseHeader(header: Buffer): { pageSize: number; reserved: number; stated: number } {
  if (header.length < HEADER_BYTES || header.toString('latin1', 0, MAGIC.length) !== MAGIC) {
    throw new FileFormatError('it is not an SQLite database');
  }
  const written = header.readUInt16BE(16);
  const pageSize = written === 1 ? 65_536 : written;
  const reserved = header.readUInt8(20);
  if (!isPageSize(pageSize) || pageSize - reserved < 480)
    throw new FileFormatError('its page size is impossible');
  if (header.readUInt32BE(56) !== UTF8) throw new FileFormatError('its text is not UTF-8');
  return { pageSize, reserved, stated: header.readUInt32BE(28) };
}
