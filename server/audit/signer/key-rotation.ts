import { z } from 'zod';
import { sha256Hex } from '../../util/hash.ts';
import { hex64, instant } from '../field.ts';
import type { SigningKeyState } from './signer-state.ts';

/** What the signer looks at in an entry `key.rotated`. */
const rotation = z.object({ digest: hex64, until: instant });

/** The keys after an entry `key.rotated`, given as stored: a prepared key that it names begins to sign there. */
export function followRotation(
  keys: readonly SigningKeyState[],
  entry: { readonly seq: number; readonly leaf: string },
  prepared: string | undefined,
): readonly SigningKeyState[] {
  const { digest, until } = rotation.parse(JSON.parse(entry.leaf));
  if (prepared === undefined || sha256Hex(prepared) !== digest) return keys;
  const before = keys.map((key) => (key.to === undefined ? { ...key, until } : key));
  return [...before, { vkey: prepared, from: entry.seq }];
}

/** Ends the keys whose overlap is over: they sign nothing of `size` entries and more. */
export function retireKeys(keys: readonly SigningKeyState[], size: number, now: Date): SigningKeyState[] {
  return keys.map((key) => {
    const { vkey, from, until } = key;
    const over = until !== undefined && Date.parse(until) <= now.getTime();
    return over ? { vkey, from, to: size } : key;
  });
}

/** Verifier keys that sign now, oldest first. */
export function signingNow(keys: readonly SigningKeyState[]): string[] {
  return keys.filter(({ to }) => to === undefined).map(({ vkey }) => vkey);
}
