import { describe, expect, it } from 'vitest';
import { openAuditLog } from '../../../../server/audit/audit-log.ts';
import type { Leaf } from '../../../../server/audit/leaf.ts';
import { localLog } from '../../../../server/audit/verify.ts';
import type { VerifyReport } from '../../../../server/audit/verifier/verify-report.ts';
import { useLogCopies } from '../log-copies.ts';
import { actor } from '../log-fixture.ts';
import { rewrite, tamper } from '../tampered-log.ts';
import { judgeStandalone, useJudges } from './judges.ts';

/** Classes T18 to T20 of docs/audit-tampering.md: sealed contents, and entries that say why one is missing. */

const log = useLogCopies();
const { judge } = useJudges();

function verdict(): Promise<VerifyReport> {
  const { checkpoints, vkeys } = localLog(log.honest.options);
  return judge({ db: log.copy.options.path, checkpoints, vkeys });
}

const order = {
  actor,
  approver: { kind: 'user', id: 'user_18' },
  request: 'req_1',
  basis: 'gdpr-17-1-b',
} as const;

describe('an honest erasure', () => {
  it('is sound, and the report says what is gone and which entry says so', async () => {
    await using open = await openAuditLog(log.copy.options);
    const { entries } = await open.contents.erase({ kind: 'actor', id: actor.id }, order);
    await open.checkpoint();
    expect(entries).toBe(36);
    const report = await judge(localLog(log.copy.options));
    expect(report).toMatchObject({ exitCode: 20, problems: [] });
    expect(report.erased).toEqual([
      { from: 3, to: 20, by: 45 },
      { from: 24, to: 41, by: 45 },
    ]);
    expect(report.remarks.filter((remark) => remark.includes('content'))).toEqual([]);
  });
});

describe('T18 contents that change places', () => {
  it('are both named', async () => {
    tamper(
      log.copy,
      'UPDATE audit_content SET seq = 1000 WHERE seq = 12',
      'UPDATE audit_content SET seq = 12 WHERE seq = 14',
      'UPDATE audit_content SET seq = 14 WHERE seq = 1000',
    );
    const report = await verdict();
    expect(report).toMatchObject({ exitCode: 40, proven: 42 });
    expect(report.problems.map(({ from, to }) => [from, to])).toEqual([
      [12, 12],
      [14, 14],
    ]);
  });
});

describe('T19 a content that was replaced', () => {
  it.each([
    ['by another', `'${Buffer.alloc(400, 7).toString('base64')}'`],
    ['by one bit', `replace(sealed, substr(sealed, 50, 8), 'AAAAAAAA')`],
    ['by nothing', `''`],
    ['by other characters of the same bytes', `sealed || ' '`],
    ['by bytes', 'CAST(sealed AS BLOB)'],
    ['by more than any can have', 'zeroblob(40000000)'],
  ])('%s is named', async (_, value) => {
    tamper(log.copy, `UPDATE audit_content SET sealed = ${value} WHERE seq = 12`);
    const report = await verdict();
    expect(report).toMatchObject({ exitCode: 40, proven: 42 });
    expect(report.problems[0]).toMatchObject({ kind: 'entry', from: 12, to: 12 });
  });

  it('or added to an entry that has none is named', async () => {
    tamper(log.copy, `INSERT INTO audit_content SELECT 2, sealed FROM audit_content WHERE seq = 12`);
    const report = await verdict();
    expect(report.exitCode).toBe(40);
    expect(report.problems[0]).toMatchObject({ from: 2, to: 2 });
    tamper(log.copy, `UPDATE audit_content SET seq = 99 WHERE seq = 2`);
    expect((await verdict()).problems[0]).toMatchObject({ from: 99, to: 99 });
  });
});

describe('T20 a forged erasure', () => {
  it('is needed: a content that is missing without one is named', async () => {
    tamper(log.copy, 'DELETE FROM audit_content WHERE seq BETWEEN 10 AND 15');
    const report = await verdict();
    expect(report).toMatchObject({ exitCode: 40, erased: [] });
    expect(report.problems).toMatchObject([{ kind: 'entry', from: 10, to: 15 }]);
    tamper(log.copy, 'DELETE FROM audit_content');
    expect((await verdict()).problems).toMatchObject([
      { from: 3, to: 20 },
      { from: 24, to: 41 },
    ]);
    tamper(log.copy, 'DROP TABLE audit_content');
    expect((await verdict()).exitCode).toBeGreaterThanOrEqual(40);
  });

  it('in place of an entry that was signed differs from the checkpoints', async () => {
    tamper(log.copy, 'DELETE FROM audit_content WHERE seq = 12');
    forge(21, { ...order, type: 'content.erased', seqs: [[12, 12]] });
    const report = await verdict();
    expect(report).toMatchObject({ exitCode: 30, proven: 2 });
  });

  it('hides no entry: only contents may be missing', async () => {
    forgeTail({ ...order, type: 'content.erased', seqs: [[12, 12]] });
    tamper(log.copy, 'DELETE FROM audit_entries WHERE seq = 12', 'DELETE FROM audit_content WHERE seq = 12');
    const report = await verdict();
    expect(report.exitCode).toBe(40);
    expect(report.problems[0]).toMatchObject({ from: 12, to: 12, message: 'missing' });
  });

  it('by one person, or of what comes later, is named', async () => {
    forgeTail({ ...order, approver: actor, type: 'content.erased', seqs: [[12, 12]] });
    expect(await verdict()).toMatchObject({ exitCode: 40, problems: [{ from: 43, to: 43 }] });
  });

  it.each([[[[0, 12]]], [[[12, 11]]], [[[12, 43]]], [[[43, 50]]]])('of %j is named', async (seqs) => {
    forgeTail({ ...order, type: 'content.erased', seqs });
    expect(await verdict()).toMatchObject({ exitCode: 40, problems: [{ from: 43, to: 43 }], erased: [] });
  });

  it('under no checkpoint yet is remarked', async () => {
    tamper(log.copy, 'DELETE FROM audit_content WHERE seq = 12');
    forgeTail({ ...order, type: 'content.erased', seqs: [[12, 12]] });
    const report = await verdict();
    expect(report).toMatchObject({ exitCode: 20, unanchored: 1 });
    expect(report.remarks).toContain('Entry 43, which says that content was erased, is under no checkpoint.');
  });

  it('that was undone is remarked: what was erased is back', async () => {
    forgeTail({ ...order, type: 'content.erased', seqs: [[12, 13]] });
    const { checkpoints, vkeys } = localLog(log.honest.options);
    const report = judgeStandalone({ db: log.copy.options.path, checkpoints, vkeys });
    expect(report.remarks).toContain('The content of entry 12 was erased and is back.');
  });
});

type Body = Pick<Leaf, 'type'> & Readonly<Record<string, unknown>>;

/** Writes another entry in the place of one, chained anew. */
function forge(seq: number, body: Body): void {
  rewrite(log.copy, (rows) =>
    rows.map((row) => (row.seq === seq ? { ...row, leaf: withBody(row.leaf, body) } : row)),
  );
}

/** Appends an entry to the last run, as somebody could who writes to the file. */
function forgeTail(body: Body): void {
  rewrite(log.copy, (rows) => {
    const last = rows.at(-1);
    if (last === undefined) throw new Error('the log has entries');
    const leaf = withBody(last.leaf, body).replace(/("id":"[0-9a-f]+\.)\d+"/, '$1999"');
    return [...rows, { ...last, seq: 0, leaf }];
  });
}

function withBody(text: string, body: Body): string {
  const { v, origin, seq, prev, id, at, boot, version, policy }: Record<string, unknown> = JSON.parse(text);
  return JSON.stringify({ v, origin, seq, prev, id, at, boot, version, policy, ...body });
}
