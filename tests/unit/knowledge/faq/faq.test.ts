import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Masked } from '../../../../server/domain/exchange.ts';
import { openFaq } from '../../../../server/knowledge/faq/faq.ts';
import { maskedQuestion } from '../../../helpers/masked-question.ts';
import { openTestFaq, someAnswer, type TestFaq } from '../../../helpers/open-test-faq.ts';

let test: TestFaq;

beforeEach(async () => {
  test = await openTestFaq();
});

afterEach(async () => {
  await test[Symbol.asyncDispose]();
});

/** What a member of the handbook is told, originals put back; undefined when the FAQ has no answer. */
async function ask(
  question: string,
  change: Partial<Masked> = {},
  faq = test.faq,
): Promise<string | undefined> {
  const masked = { ...(await maskedQuestion(question, ['handbook'])), ...change };
  const found = await faq.answer(masked);
  return found?.approved && masked.vault.restore(found.approved.sentence);
}

const { question, answer } = someAnswer;

describe('publication', () => {
  it('answers from approval on, and not before', async () => {
    const { id } = await test.faq.create({ collection: 'handbook', author: 'usr_1', contents: someAnswer });
    expect(await ask(question)).toBeUndefined();
    const { draft } = await test.faq.submit(id);
    expect(await ask(question)).toBeUndefined();
    await test.faq.approve(id, { approver: 'usr_2', digest: draft?.digest ?? '' });
    expect(await ask(question)).toBe(answer);
  });

  it('needs somebody who has not written at it, even in a small change', async () => {
    const { id } = await test.faq.create({ collection: 'handbook', author: 'usr_1', contents: someAnswer });
    await test.faq.edit(id, 'usr_2', { ...someAnswer, answer: 'Thirty days.' });
    const { draft } = await test.faq.submit(id);
    for (const approver of ['usr_1', 'usr_2'])
      await expect(test.faq.approve(id, { approver, digest: draft?.digest ?? '' })).rejects.toMatchObject({
        code: 'ERR_POLICY_DENIED',
      });
    await test.faq.approve(id, { approver: 'usr_3', digest: draft?.digest ?? '' });
    expect(await ask(question)).toBe('Thirty days.');
  });

  it('is of the text that was read, and only while it waits', async () => {
    const { id, draft } = await test.faq.create({
      collection: 'handbook',
      author: 'usr_1',
      contents: someAnswer,
    });
    const read = { approver: 'usr_3', digest: draft?.digest ?? '' };
    await expect(test.faq.approve(id, read)).rejects.toMatchObject({ code: 'ERR_FAQ_STATE' });
    await test.faq.submit(id);
    await test.faq.edit(id, 'usr_2', { ...someAnswer, answer: 'Never mind.' });
    await test.faq.submit(id);
    await expect(test.faq.approve(id, read)).rejects.toMatchObject({ code: 'ERR_FAQ_STATE' });
    expect(await ask(question)).toBeUndefined();
  });

  it('goes on with what is approved while a new version is written, and keeps every version', async () => {
    const id = await test.publish({});
    await test.faq.edit(id, 'usr_9', { ...someAnswer, answer: 'Sixty days.' });
    expect(await ask(question)).toBe(answer);
    const { draft } = await test.faq.submit(id);
    expect(await ask(question)).toBe(answer);
    const entry = await test.faq.approve(id, { approver: 'usr_2', digest: draft?.digest ?? '' });
    expect(await ask(question)).toBe('Sixty days.');
    expect(entry.versions.map(({ version, state }) => [version, state])).toEqual([
      [2, 'approved'],
      [1, 'replaced'],
    ]);
  });

  it('ends at the expiry, by retiring, and with the collection', async () => {
    const first = await test.publish({ expiresAt: '2026-01-02T00:00:00.000Z' });
    test.at('2026-01-02T00:00:00.001Z');
    expect(await ask(question)).toBeUndefined();
    await test.faq.retire(first);
    const second = await test.publish({});
    expect(await ask(question)).toBe(answer);
    await test.faq.retire(second);
    expect(await ask(question)).toBeUndefined();
    await test.publish({});
    await test.db.deleteFrom('collections').where('id', '=', 'handbook').execute();
    expect(await ask(question)).toBeUndefined();
  });

  it('refuses what has expired already', async () => {
    await expect(test.publish({ expiresAt: '2025-01-01T00:00:00.000Z' })).rejects.toMatchObject({
      code: 'ERR_FAQ_STATE',
    });
  });

  it('forgets a draft that is discarded, and the entry with its only one', async () => {
    const id = await test.publish({});
    await test.faq.edit(id, 'usr_9', { ...someAnswer, question: 'Another?' });
    await test.faq.discard(id);
    const { entries } = await test.faq.page({
      collections: ['handbook'],
      roles: ['member'],
      offset: 0,
      limit: 9,
    });
    expect(entries).toMatchObject([{ id, question, states: ['approved'] }]);
    const { id: never } = await test.faq.create({
      collection: 'handbook',
      author: 'usr_1',
      contents: someAnswer,
    });
    expect(await test.faq.discard(never)).toBeUndefined();
    await expect(test.faq.entry(never)).rejects.toMatchObject({ code: 'ERR_NOT_FOUND' });
  });
});

describe('readers', () => {
  it('are those of the exchange’s collections, narrowed by the entry', async () => {
    await test.publish({ readers: ['supervisor'] });
    expect(await ask(question)).toBeUndefined();
    const supervisor = { kind: 'user', id: 'usr_1', name: '', roles: ['supervisor'] } as const;
    expect(await ask(question, { principal: supervisor })).toBe(answer);
    expect(await ask(question, { principal: supervisor, collections: ['merger'] })).toBeUndefined();
  });

  it('are not disturbed by an entry that they may not read', async () => {
    await test.publish({ answer: 'Secret.' }, 'merger');
    await test.publish({});
    expect(await ask(question)).toBe(answer);
    expect(await ask(question, { collections: ['handbook', 'merger'] })).toBeUndefined();
  });

  it('see only what they may in a list, counts included', async () => {
    await test.publish({ readers: ['supervisor'] });
    await test.publish({ question: 'What is a branch?' }, 'merger');
    const page = (roles: string[]) =>
      test.faq.page({ collections: ['handbook'], roles, offset: 0, limit: 9 });
    expect(await page(['member'])).toEqual({ entries: [], total: 0 });
    expect((await page(['member', 'supervisor'])).total).toBe(1);
  });
});

describe('questions', () => {
  it('match by letters whatever their case, width, script and punctuation', async () => {
    await test.publish({ question: '员工一年有几天全薪病假？', answer: '十天。' });
    for (const wording of [
      '員工一年有幾天全薪病假',
      '员工一年有几天全薪病假 ?',
      '员工一年有几天，全薪病假！',
    ])
      expect(await ask(wording)).toBe('十天。');
  });

  it('match as paraphrases, and no near miss does', async () => {
    await test.publish({});
    expect(await ask('A mortgage offer is valid for how long?')).toBe(answer);
    for (const near of ['How long is a car loan offer valid?', 'How long is a mortgage offer not valid?'])
      expect(await ask(near)).toBeUndefined();
  });

  it('match another wording of the entry', async () => {
    await test.publish({ paraphrases: ['When does my home loan proposal lapse?'] });
    expect(await ask('when does my home loan proposal lapse')).toBe(answer);
  });

  it('about a person match only for that person', async () => {
    await test.publish({ question: 'What is the extension of Laura Bennett?', answer: 'It is 12.' });
    expect(await ask('What is the extension of Laura Bennett?')).toBe('It is 12.');
    expect(await ask('What is the extension of Tom Whitfield?')).toBeUndefined();
  });

  it('in a language that the entry is not for are left to the documents', async () => {
    await test.publish({ languages: ['zh'] });
    expect(await ask(question)).toBeUndefined();
  });

  it('that lean on an earlier one are left to the documents', async () => {
    await test.publish({ question: 'How long is it valid?' });
    const masked = await maskedQuestion('How long is it valid?', ['handbook']);
    const earlier = { role: 'user', content: await masked.vault.mask('What is a car loan?') } as const;
    expect(await ask('How long is it valid?')).toBe(answer);
    expect(await ask('', { ...masked, messages: [earlier, ...masked.messages] })).toBeUndefined();
  });

  it('without grounding are not answered', async () => {
    await test.publish({});
    const masked = await maskedQuestion(question, ['handbook'], 'off');
    expect(await test.faq.answer(masked)).toBeUndefined();
  });
});

describe('an answer', () => {
  it('is evidence with owner, approval and expiry, masked like everything else', async () => {
    const id = await test.publish({ answer: 'Write to laura.bennett@example.com.' });
    const masked = await maskedQuestion(question, ['handbook']);
    const found = await test.faq.answer(masked);
    expect(found?.evidence).toMatchObject([
      {
        number: 1,
        document: id,
        chunk: `${id}.1`,
        collection: 'handbook',
        approval: {
          owner: 'Lending',
          approvedAt: '2026-01-01T12:00:00.000Z',
          expiresAt: someAnswer.expiresAt,
        },
      },
    ]);
    expect(found?.approved?.sentence).toMatch(/\[EMAIL\w*_1/);
    expect(masked.vault.restore(found?.approved?.sentence ?? '')).toContain('laura.bennett@example.com');
  });
});

describe('a restart', () => {
  it('finds the wordings again, and embeds them anew for another model', async () => {
    await test.publish({});
    let embedded = 0;
    const embed = (texts: readonly string[]): Promise<Float32Array[]> => {
      embedded += texts.length;
      return test.options.embed(texts);
    };
    const same = await openFaq({ ...test.options, embed });
    expect(embedded).toBe(0);
    expect(await ask(question, {}, same)).toBe(answer);
    const other = await openFaq({ ...test.options, embed, embedder: 'another' });
    expect(embedded).toBe(1);
    expect(await ask('A mortgage offer is valid for how long?', {}, other)).toBe(answer);
  });
});

describe('try', () => {
  it('says which wording would answer, and which approved entry does already', async () => {
    const id = await test.publish({});
    const everything = { mayUse: () => true };
    const trial = { question, wordings: ['What does it cost?', question] };
    expect(await test.faq.try({ ...trial, ...everything })).toMatchObject({
      wording: question,
      taken: { entry: id },
    });
    expect((await test.faq.try({ ...trial, ...everything, entry: id })).taken).toBeUndefined();
    expect((await test.faq.try({ ...trial, mayUse: () => false })).taken).toBeUndefined();
  });
});
