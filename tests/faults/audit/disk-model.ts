import type { FileCall } from './file-calls.ts';

/** What a cut of the power does with what was written and not synced. */
export interface Survival {
  /** How many of the changes of names that are not durable took effect; they do so in order. */
  names(pending: number): number;
  /** How much of a write that is not durable reached the disk, in bytes. */
  bytes(length: number): number;
}

/** Nothing survives but what was synced. */
export const syncedOnly: Survival = { names: () => 0, bytes: () => 0 };

/** Anything survives or not: whole writes, none, or some of their sectors. */
export function anySurvival(dice: () => number): Survival {
  const SECTOR = 512;
  return {
    names: (pending) => Math.floor(dice() * (pending + 1)),
    bytes(length) {
      const kind = dice();
      if (kind < 0.4) return length;
      return kind < 0.8 ? 0 : Math.min(length, Math.floor((dice() * length) / SECTOR) * SECTOR);
    },
  };
}

/**
 * A disk that keeps what was synced, as POSIX promises, and of the rest what it likes. Changes of names (create, rename,
 * unlink) become durable in order, with their folder's sync or that of the file they made: less than ext4 and XFS do.
 */
export interface DiskModel {
  apply(call: FileCall): void;
  /** Files and contents after a cut of the power now. */
  cut(survival: Survival): Map<string, Buffer>;
}

type Change =
  | { readonly at: number; readonly offset: number; readonly data: Buffer }
  | { readonly at: number; readonly size: number };

interface Inode {
  durable: Buffer;
  /** As programs see it. */
  size: number;
  pending: Change[];
}

interface NameChange {
  readonly at: number;
  readonly made?: Inode;
  run(names: Map<string, Inode>): void;
}

export function createDiskModel(): DiskModel {
  const names = new Map<string, Inode>();
  const durableNames = new Map<string, Inode>();
  let changes: NameChange[] = [];

  const rename = (change: NameChange): void => {
    change.run(names);
    changes.push(change);
  };

  const settleNames = (count: number): void => {
    for (const change of changes.slice(0, count)) change.run(durableNames);
    changes = changes.slice(count);
  };

  const open = ({ at, path, create, truncate }: Extract<FileCall, { kind: 'open' }>): void => {
    const there = names.get(path);
    if (there === undefined && create) {
      const made: Inode = { durable: Buffer.alloc(0), size: 0, pending: [] };
      rename({ at, made, run: (map) => map.set(path, made) });
    } else if (there !== undefined && truncate) record(there, { at, size: 0 });
  };

  const sync = ({ path, began }: Extract<FileCall, { kind: 'sync' }>): void => {
    const inode = names.get(path);
    if (inode === undefined) return settleNames(changes.filter(({ at }) => at < began).length);
    const synced = inode.pending.filter(({ at }) => at < began);
    for (const pending of synced) inode.durable = changed(inode.durable, pending, Infinity);
    inode.pending = inode.pending.slice(synced.length);
    settleNames(changes.findIndex(({ made }) => made === inode) + 1);
  };

  return {
    apply(call) {
      const { at } = call;
      switch (call.kind) {
        case 'open':
          return open(call);
        case 'write': {
          const inode = names.get(call.path);
          if (inode !== undefined) record(inode, { at, offset: call.offset ?? inode.size, data: call.data });
          return;
        }
        case 'truncate': {
          const inode = names.get(call.path);
          if (inode !== undefined) record(inode, { at, size: call.size });
          return;
        }
        case 'sync':
          return sync(call);
        case 'unlink':
          return rename({ at, run: (map) => map.delete(call.path) });
        case 'rename':
          return rename({ at, run: (map) => moveName(map, call.from, call.to) });
        case 'mkdir':
        case 'say':
          return;
      }
    },
    cut(survival) {
      const left = new Map(durableNames);
      for (const change of changes.slice(0, survival.names(changes.length))) change.run(left);
      return new Map(Array.from(left, ([path, inode]) => [path, survivorOf(inode, survival)]));
    },
  };
}

function record(inode: Inode, pending: Change): void {
  inode.pending.push(pending);
  inode.size = 'size' in pending ? pending.size : Math.max(inode.size, pending.offset + pending.data.length);
}

function moveName(names: Map<string, Inode>, from: string, to: string): void {
  const inode = names.get(from);
  if (inode === undefined) return;
  names.delete(from);
  names.set(to, inode);
}

function survivorOf({ durable, pending }: Inode, survival: Survival): Buffer {
  return pending.reduce(
    (content, one) => changed(content, one, survival.bytes('size' in one ? 1 : one.data.length)),
    durable,
  );
}

/** The content with the first bytes of a change in it. */
function changed(content: Buffer, one: Change, bytes: number): Buffer {
  if ('size' in one) return bytes > 0 ? resized(content, one.size) : content;
  const data = one.data.subarray(0, bytes);
  if (data.length === 0) return content;
  const result = resized(content, Math.max(content.length, one.offset + data.length));
  data.copy(result, one.offset);
  return result;
}

function resized(content: Buffer, size: number): Buffer {
  const result = Buffer.alloc(size);
  content.copy(result);
  return result;
}
