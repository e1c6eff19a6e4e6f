import type { Block } from './parsed-file.ts';

/** Characters after which a block is closed: a block is about one chunk, so that its place is exact. */
const BLOCK_LENGTH = 600;

/** Collects numbered lines and gives blocks whose places say which numbers they hold: `Fees › rows 4–9`. */
export interface PlacePacker {
  add(number: number, line: string): void;
  /** Closes the block at hand: what follows does not belong to it. */
  close(): void;
  build(): Block[];
}

export function createPlacePacker(prefix: string, unit: { one: string; many: string }): PlacePacker {
  const blocks: Block[] = [];
  let lines: string[] = [];
  let length = 0;
  let first = 0;
  let last = 0;
  const close = (): void => {
    if (lines.length === 0) return;
    const place = first === last ? `${unit.one} ${first}` : `${unit.many} ${first}–${last}`;
    blocks.push({ location: prefix === '' ? place : `${prefix} › ${place}`, text: lines.join('\n') });
    lines = [];
    length = 0;
  };
  return {
    add(number, line) {
      if (lines.length > 0 && length + line.length > BLOCK_LENGTH) close();
      if (lines.length === 0) first = number;
      last = number;
      lines.push(line);
      length += line.length;
    },
    close,
    build() {
      close();
      return blocks;
    },
  };
}
