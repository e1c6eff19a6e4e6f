import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../server/errors.ts';
import { builtInCatalog } from '../../../server/redaction/built-in-catalog.ts';
import { parseMaskProfile } from '../../../server/redaction/mask-profile.ts';
import { withModelRules } from '../../../server/redaction/model-rules.ts';
import type { NameRecogniser } from '../../../server/redaction/name-recogniser.ts';
import { createRedactor, type Redactor, type RedactorOptions } from '../../../server/redaction/redactor.ts';
import { systemRandom } from '../../../server/util/random.ts';
import { fakeRecogniser } from '../../helpers/fake-recogniser.ts';
import { recogniserContract } from '../../helpers/recogniser-contract.ts';

const catalog = withModelRules(builtInCatalog(), [fakeRecogniser]);
const TIERS = 'title: Test\ntiers: [critical, personal]\n';

function redactorWith(
  recogniser: Partial<NameRecogniser>,
  { profile = '', ...options }: Partial<RedactorOptions> & { readonly profile?: string } = {},
): Redactor {
  return createRedactor({
    profiles: [parseMaskProfile(`name: baseline\n${TIERS}${profile}`, 'baseline.yaml', catalog)],
    catalog,
    random: systemRandom,
    recognisers: [{ ...fakeRecogniser, ...recogniser }],
    ...options,
  });
}

function fails(error: unknown): Partial<NameRecogniser> {
  return {
    async recognise() {
      throw error;
    },
  };
}

describe('a recogniser without a model', () => {
  recogniserContract(() => fakeRecogniser);
});

describe('what a model finds', () => {
  it('is masked, counted, told with its rule and score, and put back', async () => {
    const text = 'yesterday zorblat came';
    const vault = redactorWith({}).openVault('baseline');
    const masked = await vault.mask(text);
    expect(masked).toMatch(/^yesterday \[PERSON_1[A-Z]\] came$/);
    expect(vault.counts()).toEqual({ PERSON: 1 });
    expect(vault.restore(masked)).toBe(text);
    expect((await redactorWith({}).preview(text)).findings).toEqual([
      { type: 'PERSON', start: 10, end: 17, score: 0.8, rule: 'ner.fake-ner.PERSON', operator: 'mask' },
    ]);
  });

  it('is not found by the rules alone', () => {
    expect(redactorWith({}).previewByRules('yesterday zorblat came').findings).toEqual([]);
  });

  it('stands at its place in the original, which the model reads folded', async () => {
    const text = '😀 ｚｏｒ\u200bｂｌａｔ came';
    const { masked, findings } = await redactorWith({}).preview(text);
    expect(masked).toMatch(/^😀 \[PERSON_1[A-Z]\] came$/);
    expect(findings.map(({ start, end }) => text.slice(start, end))).toEqual(['ｚｏｒ\u200bｂｌａｔ']);
  });

  it('is known again where the model does not see it', async () => {
    const vault = redactorWith({
      recognise: async (text, signal) =>
        text.startsWith('again') ? [] : fakeRecogniser.recognise(text, signal),
    }).openVault('baseline');
    const first = await vault.mask('Zorblat came');
    expect(await vault.mask('again Zorblat came')).toBe(`again ${first}`);
  });

  it('is found when two parts of a message cut it', async () => {
    const vault = redactorWith({}).openVault('baseline');
    expect(await vault.mask('meet zorb\nlat now', [9])).toMatch(/^meet \[PERSON_1[A-Z]\] now$/);
  });

  it('gives way to a rule that finds more, and to the operator of its type', async () => {
    const hashing = redactorWith({}, { profile: 'operators: [{ types: [PERSON], use: hash }]' });
    expect((await hashing.preview('zorblat came')).masked).toMatch(/^\[PERSON#[A-Z]+\] came$/);
    const { masked } = await redactorWith({}).preview('mail zorblat@example.com');
    expect(masked).toMatch(/^mail \[EMAIL_1[A-Z]\]$/);
  });

  it('does not count where the profile switches its rule off', async () => {
    const off = redactorWith({}, { profile: 'disabledRules: [ner.fake-ner.PERSON]' });
    expect((await off.preview('zorblat came')).findings).toEqual([]);
  });

  it('does not count, and is not asked for, where the profile masks none of its types', async () => {
    const asked = redactorWith(fails(new Error('asked')), { profile: 'exclude: [PERSON]\n' });
    expect((await asked.preview('zorblat of norvenia')).findings).toEqual([]);
    const some = redactorWith({});
    expect((await some.preview('norvenia')).findings).toEqual([]);
  });

  it('is asked for once for each text of an exchange, and not for texts without a letter', async () => {
    const asked: string[] = [];
    const vault = redactorWith({
      recognise: (text) => {
        asked.push(text);
        return Promise.resolve([]);
      },
    }).openVault('baseline');
    for (const text of ['one', 'two', 'one', '12 345', '', '😀']) await vault.mask(text);
    expect(asked).toEqual(['one', 'two']);
  });
});

describe('a model that does not do its work closes the path', () => {
  const text = 'yesterday zorblat came';
  const span = { type: 'PERSON', start: 0, end: 3, score: 0.5 };

  it.each<[string, Partial<NameRecogniser>]>([
    ['it fails', fails(new Error(`cannot read ${text}`))],
    ['its process is gone', fails(new AppError('ERR_INFERENCE_UNAVAILABLE', text, { status: 503 }))],
    ['it never answers', { recognise: () => new Promise(() => undefined) }],
    ['it cannot be loaded', { prepare: () => Promise.reject(new Error(text)) }],
    [
      'it throws at once',
      {
        recognise: () => {
          throw new Error(text);
        },
      },
    ],
    ['it finds what is beyond the end', { recognise: () => Promise.resolve([{ ...span, end: 99 }]) }],
    ['it finds what ends before it begins', { recognise: () => Promise.resolve([{ ...span, start: 3 }]) }],
    ['it counts in parts', { recognise: () => Promise.resolve([{ ...span, start: 0.5 }]) }],
    ['it finds another type', { recognise: () => Promise.resolve([{ ...span, type: 'EMAIL' }]) }],
    ['its score is no number', { recognise: () => Promise.resolve([{ ...span, score: Number.NaN }]) }],
  ])('when %s', async (_, recogniser) => {
    const vault = redactorWith(recogniser, { deadlineMs: 30 }).openVault('baseline');
    const error: unknown = await vault.mask(text).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: 'ERR_REDACTION_FAILED', status: 503 });
    expect(JSON.stringify(error)).not.toContain('zorblat');
    expect(String(error)).not.toContain('zorblat');
    expect((error as AppError).cause).toBeUndefined();
  });

  it('but not while it is being loaded, however long that takes', async () => {
    const redactor = redactorWith({ prepare: () => setTimeout(60) }, { deadlineMs: 30 });
    expect((await redactor.preview(text)).findings).toHaveLength(1);
  });

  it('and tells it when nobody waits any more', async () => {
    let signal: AbortSignal | undefined;
    const slow = redactorWith(
      {
        recognise: (_, given) => {
          signal = given;
          return new Promise(() => undefined);
        },
      },
      { deadlineMs: 10 },
    );
    await expect(slow.preview(text)).rejects.toThrow('longer than 10 ms');
    expect(signal?.aborted).toBe(true);
  });

  it('with 413 for a text that is too long to be read', async () => {
    const long = new AppError('ERR_REQUEST_TOO_LARGE', 'A text may have at most 9 tokens.', { status: 413 });
    await expect(redactorWith(fails(long)).preview(text)).rejects.toBe(long);
    await expect(redactorWith({}, { maxLength: 5 }).preview(text)).rejects.toMatchObject({ status: 413 });
  });

  it('also when another model has read the text', async () => {
    const redactor = redactorWith(
      {},
      { recognisers: [fakeRecogniser, { ...fakeRecogniser, ...fails('no') }] },
    );
    await expect(redactor.preview(text)).rejects.toMatchObject({ code: 'ERR_REDACTION_FAILED' });
  });

  it('also for a vault that was closed while it read', async () => {
    const vault = redactorWith({}).openVault('baseline');
    const masking = vault.mask(text);
    vault.destroy();
    await expect(masking).rejects.toMatchObject({ code: 'ERR_REDACTION_FAILED' });
  });
});

describe('the rules of a model', () => {
  it('are listed when it is switched on, and only then', () => {
    const listed = redactorWith({})
      .list()
      .rules.filter(({ kind }) => kind === 'model');
    expect(listed.map(({ id, type, source }) => [id, type, source])).toEqual([
      ['ner.fake-ner.PERSON', 'PERSON', 'models/catalog.yaml'],
      ['ner.fake-ner.LOCATION', 'LOCATION', 'models/catalog.yaml'],
    ]);
    expect(builtInCatalog().rules.filter(({ kind }) => kind === 'model')).toEqual([]);
  });

  it('need types that are there', () => {
    expect(() =>
      withModelRules(builtInCatalog(), [{ model: 'm', types: ['HUMAN'], threshold: 0.5 }]),
    ).toThrow(
      'models/catalog.yaml: the labels of model m name the entity type HUMAN, and there is none (see redact --list).',
    );
  });
});
