import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { documentId } from '../../../server/knowledge/knowledge.ts';
import {
  bandsOf,
  decodeSignature,
  encodeSignature,
  resemblance,
  type Signature,
  signatureOf,
} from '../../../server/knowledge/minhash.ts';
import { createDice } from '../../helpers/dice.ts';
import { openTestKnowledge, type TestKnowledge } from '../../helpers/open-test-knowledge.ts';

function signed(text: string): Signature {
  const signature = signatureOf(text);
  if (signature === undefined) throw new Error('too short');
  return signature;
}

/** Words that no other seed gives, and Chinese ones. */
function wordsOf(seed: number, count: number): string[] {
  const dice = createDice(seed);
  return Array.from({ length: count }, (_, at) =>
    at % 3 === 0 ? String.fromCodePoint(0x4e_00 + Math.floor(dice.roll() * 5000)) : dice.word(),
  );
}

describe('the signature of a text', () => {
  test('estimates what two texts have in common', () => {
    const words = wordsOf(1, 400);
    for (const share of [0, 0.25, 0.5, 0.75, 0.95, 1]) {
      const other = [...words.slice(0, words.length * share), ...wordsOf(2, words.length * (1 - share))];
      const jaccard = share / (2 - share);
      expect(Math.abs(resemblance(signed(words.join(' ')), signed(other.join(' '))) - jaccard)).toBeLessThan(
        0.14,
      );
    }
  });

  test('does not see case, width, white space and punctuation, and survives being stored', () => {
    const text = wordsOf(3, 60).join(' ');
    const other = text.toUpperCase().replaceAll(' ', ' ,\n');
    expect(resemblance(signed(text), signed(other))).toBe(1);
    const stored = decodeSignature(encodeSignature(signed(text)));
    expect(stored).toEqual(signed(text));
    expect(decodeSignature('AAAA')).toBeUndefined();
  });

  test('is not made of a text that says too little', () => {
    expect(signatureOf('')).toBeUndefined();
    expect(signatureOf('Leave is thirty days.')).toBeUndefined();
  });

  test('of texts that resemble each other shares a band', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), (seed) => {
        const words = wordsOf(seed, 300);
        const other = [...words.slice(0, 150), 'changed', ...words.slice(151)];
        const bands = new Set(bandsOf(signed(words.join(' '))));
        expect(bandsOf(signed(other.join(' '))).some((band) => bands.has(band))).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});

const rules = (days: number, more = ''): Buffer =>
  Buffer.from(
    `# Leave\n\nEmployees have ${days} days of paid leave in each calendar year, and apply for them with their manager ` +
      `two weeks before they go. Unused days are carried over until the end of March of the next year.\n\n` +
      `# 请假\n\n员工每个日历年享有带薪年假，须提前两周向部门经理提出申请，未使用的天数可以保留到次年三月底。\n${more}`,
  );

async function openCompany(): Promise<TestKnowledge> {
  const store = await openTestKnowledge();
  for (const id of ['a', 'b']) {
    await store.knowledge.createCollection({ id, name: id, classification: 'internal', readers: [] });
  }
  return store;
}

describe('documents that repeat each other', () => {
  test('are recognised when they are imported, the same bytes and nearly the same text alike', async () => {
    await using store = await openCompany();
    const { knowledge } = store;
    await knowledge.importDocument({ collection: 'a', source: 'leave.md', bytes: rules(30) });
    const first = documentId('a', 'leave.md');
    expect(
      await knowledge.importDocument({ collection: 'b', source: 'copy.md', bytes: rules(30) }),
    ).toMatchObject({ duplicate: { document: first, kind: 'exact' } });
    expect(
      await knowledge.importDocument({ collection: 'a', source: 'new.md', bytes: rules(31) }),
    ).toMatchObject({ duplicate: { document: first, kind: 'near' } });
    const other = Buffer.from(
      '# Parking\n\nVisitors park on level minus three for two hours, and pay at the gate then.\n',
    );
    expect(
      await knowledge.importDocument({ collection: 'a', source: 'parking.md', bytes: other }),
    ).not.toHaveProperty('duplicate');
    const document = await knowledge.document(first);
    expect(await knowledge.twins({ id: first, duplicateOf: document?.duplicateOf })).toEqual([
      documentId('b', 'copy.md'),
      documentId('a', 'new.md'),
    ]);
  });

  test('are found once, as the newest that the caller may read', async () => {
    await using store = await openCompany();
    const { knowledge } = store;
    const extra = '\n# Sabbatical\n\nSabbaticals last one month.\n';
    await knowledge.importDocument({ collection: 'a', source: 'old.md', bytes: rules(30, extra) });
    await knowledge.importDocument({ collection: 'b', source: 'new.md', bytes: rules(31) });
    const find = async (text: string, ...collections: readonly string[]) =>
      (await knowledge.search({ text, collections, limit: 10, mode: 'text' }))
        .filter((hit) => hit.text.toLowerCase().includes(text))
        .map(({ document }) => document);
    const [old, young] = [documentId('a', 'old.md'), documentId('b', 'new.md')];
    expect(await find('days of paid leave', 'a', 'b')).toEqual([young]);
    expect(await find('days of paid leave', 'a')).toEqual([old]);
    expect(await find('部门经理', 'b', 'a')).toEqual([young]);
    const query = { text: 'days of paid leave', collections: ['a', 'b'], limit: 10, mode: 'text' } as const;
    const { found } = await knowledge.explain(query);
    expect(found.map(({ standings }) => standings.text?.rank)).toEqual(found.map((_, at) => at + 1));
    // What only the older one says is not lost.
    expect(await find('sabbatical', 'a', 'b')).toEqual([old]);
  });

  test('stay known to each other when the first of them goes or changes', async () => {
    await using store = await openCompany();
    const { knowledge } = store;
    for (const source of ['1.md', '2.md', '3.md']) {
      await knowledge.importDocument({ collection: 'a', source, bytes: rules(30) });
    }
    const twinsOf = async (source: string): Promise<string | undefined> =>
      (await knowledge.document(documentId('a', source)))?.duplicateOf;
    expect(await twinsOf('3.md')).toBe(documentId('a', '1.md'));
    await knowledge.removeDocument(documentId('a', '1.md'));
    expect([await twinsOf('2.md'), await twinsOf('3.md')]).toEqual([undefined, documentId('a', '2.md')]);
    const changed = Buffer.from(
      '# Other\n\nThis document says something else from now on, and nothing about days off.\n',
    );
    await knowledge.importDocument({ collection: 'a', source: '2.md', bytes: changed });
    expect([await twinsOf('2.md'), await twinsOf('3.md')]).toEqual([undefined, undefined]);
  });
});
