import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** A file read by place, in blocks of which the last ones stay in memory. */
export interface FileBlocks {
  readonly size: number;
  /** Nanoseconds; another value means that somebody wrote to the file. */
  modified(): bigint;
  /** @returns fewer bytes than asked for at the end of the file */
  read(offset: number, length: number): Buffer;
  close(): void;
}

const BLOCK_BYTES = 64 * 1024;
const KEPT_BLOCKS = 128;

export function openBlocks(path: string): FileBlocks {
  const file = openSync(path, 'r');
  const blocks = new Map<number, Buffer>();
  const { size } = fstatSync(file);

  const blockAt = (number: number): Buffer => {
    const kept = blocks.get(number);
    if (kept !== undefined) return kept;
    const block = Buffer.alloc(Math.max(0, Math.min(BLOCK_BYTES, size - number * BLOCK_BYTES)));
    const length = block.length === 0 ? 0 : readSync(file, block, 0, block.length, number * BLOCK_BYTES);
    const [oldest] = blocks.keys();
    if (blocks.size >= KEPT_BLOCKS && oldest !== undefined) blocks.delete(oldest);
    const filled = block.subarray(0, length);
    blocks.set(number, filled);
    return filled;
  };

  return {
    size,
    modified: () => fstatSync(file, { bigint: true }).mtimeNs,
    read(offset, length) {
      const number = Math.floor(offset / BLOCK_BYTES);
      const start = offset % BLOCK_BYTES;
      if (start + length <= BLOCK_BYTES) return blockAt(number).subarray(start, start + length);
      const parts: Buffer[] = [];
      for (let at = offset; at < offset + length;) {
        const from = at % BLOCK_BYTES;
        const part = blockAt(Math.floor(at / BLOCK_BYTES)).subarray(from, from + offset + length - at);
        if (part.length === 0) break;
        parts.push(part);
        at += part.length;
      }
      return Buffer.concat(parts);
    },
    close: () => closeSync(file),
  };
}
