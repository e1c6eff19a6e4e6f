import { falseFriends, type FalseFriend } from './secrets-corpus/false-friends.ts';
import { createDice, type Dice } from './secrets-corpus/dice.ts';
import { makeKey, makePassword } from './secrets-corpus/made-values.ts';
import { templates, type Template } from './secrets-corpus/templates.ts';

/** A piece of code or configuration, with the secrets in it. */
export interface SecretText {
  readonly text: string;
  /** Language or format. */
  readonly group: string;
  readonly secrets: readonly { readonly start: number; readonly end: number }[];
}

export type Half = 'development' | 'held-out';

/** Marks the place of the value in a template. */
const HOLE = '§';

/**
 * Lines of many languages and formats: true secrets in each template, and as many false friends in the same
 * templates. Templates and kinds of false friends are split in halves; rules are written with the first in mind only.
 */
export function secretsCorpus(half: Half, seed: number, rounds: number): readonly SecretText[] {
  const dice = createDice(seed);
  const ours = <T>(list: readonly T[]): readonly T[] =>
    list.filter((_, index) => (index % 2 === 0) === (half === 'development'));
  const texts: SecretText[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const template of ours(templates)) {
      texts.push(withSecret(template, dice));
      texts.push(withFalseFriend(template, dice.pick(ours(falseFriends)), dice));
    }
  }
  return texts;
}

function withSecret(template: Template, dice: Dice): SecretText {
  const value = template.kind === 'password' ? makePassword(dice) : makeKey(dice);
  const line = filled(template, dice);
  const start = line.indexOf(HOLE);
  return {
    text: line.replace(HOLE, () => value),
    group: template.language,
    secrets: [{ start, end: start + value.length }],
  };
}

function withFalseFriend(template: Template, friend: FalseFriend, dice: Dice): SecretText {
  const line = filled(template, dice);
  const value = friend.make(dice);
  const text = friend.bare ? line.replace(/["'`]?§["'`]?/, () => value) : line.replace(HOLE, () => value);
  return { text, group: template.language, secrets: [] };
}

/** The template with a name of its kind, in the spelling of its language. */
function filled(template: Template, dice: Dice): string {
  const name = dice.pick(template.names);
  return template.line.replaceAll('¤', () => name);
}
