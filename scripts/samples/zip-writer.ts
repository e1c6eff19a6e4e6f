import { crc32 } from 'node:zlib';

/** One file of an archive. */
export interface ZipEntry {
  readonly name: string;
  readonly data: Buffer;
}

const VERSION = 20;
/** 1 January 1980, the first day ZIP can express: the same input gives the same bytes on every day. */
const DOS_DATE = 0x21;

/** Writes a ZIP archive without compression (PKWARE APPNOTE 6.3). Names are ASCII; sizes stay below 4 GiB. */
export function writeZip(entries: readonly ZipEntry[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const fields = commonFields(entry);
    const name = Buffer.from(entry.name, 'ascii');
    const local = Buffer.concat([u32(0x04034b50), fields, name, entry.data]);
    // Comment length, disk, internal and external attributes are all zero.
    directory.push(u32(0x02014b50), u16(VERSION), fields, Buffer.alloc(10), u32(offset), name);
    files.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const counts = [u16(entries.length), u16(entries.length)];
  const end = [u32(0x06054b50), u32(0), ...counts, u32(central.length), u32(offset), u16(0)];
  return Buffer.concat([...files, central, ...end]);
}

/** The fields that the local header and the directory share: version to name and extra length. */
function commonFields({ name, data }: ZipEntry): Buffer {
  const flagsMethodTime = Buffer.alloc(6);
  const size = u32(data.length);
  const lengths = [u16(name.length), u16(0)];
  return Buffer.concat([
    u16(VERSION),
    flagsMethodTime,
    u16(DOS_DATE),
    u32(crc32(data)),
    size,
    size,
    ...lengths,
  ]);
}

function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
