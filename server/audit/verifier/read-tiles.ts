import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { leafHash } from '../tree-hash.ts';
import type { StoredEntry } from './stored-entry.ts';
import type { ProblemList } from './verify-report.ts';

/** Entries of a full tile. */
const TILE_ENTRIES = 256;
const LENGTH_BYTES = 2;
const HASH_BYTES = 32;

/**
 * Every entry of a folder of tiles (C2SP tlog-tiles), from its entry bundles. Where the folder has the lowest hash tiles
 * too, they must say the same.
 */
export function* readTiles(folder: string, problems: ProblemList): Generator<StoredEntry> {
  for (let index = 0; ; index += 1) {
    const bundle = findTile(`${folder}/tile/entries`, index);
    if (bundle === undefined) return;
    const first = index * TILE_ENTRIES + 1;
    const entries = splitBundle(readFileSync(bundle.path));
    if (entries?.length !== bundle.width) {
      problems.add(index > 0 ? 'entry' : 'schema', first, first, 'unreadable from here on');
      return;
    }
    const hashes = findTile(`${folder}/tile/0`, index);
    if (hashes !== undefined) compareHashes(readFileSync(hashes.path), entries, first, problems);
    for (const bytes of entries) yield { bytes };
    if (bundle.width < TILE_ENTRIES) return;
  }
}

interface Tile {
  readonly path: string;
  /** How many of its 256 places it fills. */
  readonly width: number;
}

/** The full tile, or the widest partial one. */
function findTile(folder: string, index: number): Tile | undefined {
  const path = `${folder}/${tilePath(index)}`;
  if (existsSync(path)) return { path, width: TILE_ENTRIES };
  if (!existsSync(`${path}.p`)) return undefined;
  const widths = readdirSync(`${path}.p`).map(Number);
  const width = Math.max(...widths.filter((value) => value > 0 && value < TILE_ENTRIES));
  return Number.isFinite(width) ? { path: `${path}.p/${width}`, width } : undefined;
}

/** 1234067 is `x001/x234/067`. */
function tilePath(index: number): string {
  const digits = String(index).padStart(Math.ceil(String(index).length / 3) * 3, '0');
  const groups = digits.match(/\d{3}/g) ?? [];
  return groups.map((group, place) => (place < groups.length - 1 ? `x${group}` : group)).join('/');
}

/** Entries, each after its length (16 bits, big-endian); undefined when the bytes do not end with an entry. */
function splitBundle(bytes: Buffer): Buffer[] | undefined {
  const entries: Buffer[] = [];
  for (let at = 0; at < bytes.length;) {
    if (at + LENGTH_BYTES > bytes.length) return undefined;
    const end = at + LENGTH_BYTES + bytes.readUInt16BE(at);
    if (end > bytes.length) return undefined;
    entries.push(bytes.subarray(at + LENGTH_BYTES, end));
    at = end;
  }
  return entries;
}

function compareHashes(tile: Buffer, entries: readonly Buffer[], first: number, problems: ProblemList): void {
  for (const [place, bytes] of entries.entries()) {
    const stated = tile.subarray(place * HASH_BYTES, (place + 1) * HASH_BYTES);
    if (stated.length === HASH_BYTES && !stated.equals(leafHash(bytes)))
      problems.add('entry', first + place, first + place, 'it was changed: its hash differs');
  }
}
