import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openAuditLog } from '../../server/audit/audit-log.ts';
import { commit, pad } from '../../server/audit/commitment.ts';
import { type Content, encodeContent } from '../../server/audit/content/content.ts';
import { systemRandom } from '../../server/util/random.ts';
import { actor, createLogFolder, generatedFrom, groundedExchange } from '../unit/audit/log-fixture.ts';
import { rounds } from './audit/rounds.ts';

const WORD = 'resignation';
const GUESSES = rounds({ short: 5_000, long: 1_000_000 });
const KEY_BYTES = 32;
const byTwo = { actor, approver: { kind: 'user', id: 'user_18' }, request: 'req_1' } as const;

/** Knows all of a prompt but one word, and every byte that an erasure leaves. */
describe('guessing the word of a short prompt from its entry', () => {
  it(`fails in ${GUESSES} guesses once its content is erased, and would not if the commitment's key were left`, async () => {
    using folder = createLogFolder();
    const drawn: Buffer[] = [];
    const random = (size: number): Buffer => {
      const bytes = systemRandom(size);
      if (size === KEY_BYTES) drawn.push(Buffer.from(bytes));
      return bytes;
    };
    const log = await openAuditLog({ ...folder.options, random });
    const intended = await log.recordIntent(await groundedExchange('ex_1', WORD));
    const { intent } = await log.recordOutcome(generatedFrom(intended));
    const content = await log.contents.open(intent.seq, byTwo);
    const { leaf } = await log.entry(intent.seq);
    await log.contents.erase({ kind: 'actor', id: actor.id }, { ...byTwo, basis: 'gdpr-17-1-b' });
    await log[Symbol.asyncDispose]();
    const { c } = leaf['prompt'] as { c: string };

    const guesses = ['acquittal', 'dismissal', WORD];
    expect(attack(c, content, guesses, drawn)).toBe(WORD);
    const words = [WORD, ...Array.from({ length: GUESSES - 1 }, (_, index) => `word${index}`)];
    expect(attack(c, content, words, keysLeftIn(folder.dir))).toBeUndefined();
  }, 300_000);
});

/** The word that, put in the place of the right one, gives the commitment under one of the keys. */
function attack(
  c: string,
  content: Content,
  words: readonly string[],
  keys: readonly Buffer[],
): string | undefined {
  return words.find((word) => {
    const guessed = { ...content, text: content.text.replace(WORD, word) };
    const padded = pad(encodeContent(guessed));
    return keys.some((key) => commit(key, 'prompt', 'ex_1', padded) === c);
  });
}

/** Every file of the size of a key, and the key of nothing. */
function keysLeftIn(dir: string): Buffer[] {
  const files = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const bytes = files.map(({ parentPath, name }) => readFileSync(join(parentPath, name)));
  return [Buffer.alloc(KEY_BYTES), ...bytes.filter(({ length }) => length === KEY_BYTES)];
}
