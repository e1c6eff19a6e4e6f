import { contextBit } from './lexicon.ts';

const { label, role, call, link, title } = contextBit;
/** Set for what follows a name and a separator. */
export const AFTER_NAME = 1 << 8;

/** How much the word right before speaks for a name. */
export function contextBonus(bits: number): number {
  if ((bits & label) !== 0) return 5.5;
  if ((bits & role) !== 0) return 4;
  if ((bits & title) !== 0) return 3.5;
  if ((bits & call) !== 0) return 2.5;
  if ((bits & link) !== 0) return 1;
  return 0;
}
