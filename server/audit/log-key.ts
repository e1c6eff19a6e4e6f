import { type NoteKey, NoteError, parseVerifierKey } from './signed-note.ts';

/** A verifier key and which checkpoints it counts for: those of `from` (included) to `to` (excluded) entries. */
export interface LogKey extends NoteKey {
  /** 0 when absent. */
  readonly from?: number;
  /** No end when absent. */
  readonly to?: number;
}

/** The line of a key as it is given to auditors: `name+id+key`, then ` from=N` and ` to=N` where it has such bounds. */
export function formatLogKey(vkey: string, { from = 0, to }: Pick<LogKey, 'from' | 'to'>): string {
  return [vkey, ...(from === 0 ? [] : [`from=${from}`]), ...(to === undefined ? [] : [`to=${to}`])].join(' ');
}

/** Keys, one a line, in the form of `formatLogKey`. @throws NoteError */
export function parseLogKeys(text: string): LogKey[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(parseLogKey);
}

function parseLogKey(line: string): LogKey {
  const [, vkey = '', from, to] =
    /^(\S+)(?: from=(0|[1-9]\d{0,15}))?(?: to=(0|[1-9]\d{0,15}))?$/.exec(line.trim()) ?? [];
  if (vkey === '') throw new NoteError('it is not a verifier key, with from=N and to=N or without');
  return {
    ...parseVerifierKey(vkey),
    ...(from === undefined ? {} : { from: Number(from) }),
    ...(to === undefined ? {} : { to: Number(to) }),
  };
}

/** The keys that count for a checkpoint of so many entries. */
export function keysFor(size: number, keys: readonly LogKey[]): LogKey[] {
  return keys.filter(({ from = 0, to = Number.POSITIVE_INFINITY }) => from <= size && size < to);
}
