import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runInProcess } from '../helpers/run-in-process.ts';
import { signInAs } from '../helpers/sign-in-as.ts';
import { ADMIN_PASSWORD, createTestContext } from '../helpers/test-context.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'intramura-erase-'));
const environment = { INTRAMURA_DATA: dataDir, INTRAMURA_SAMPLES: 'off' };
const officer = 'test.privacy-officer';
const auditor = 'test.auditor';

beforeAll(async () => {
  await using context = await createTestContext({ dataDir });
  await signInAs(context, 'privacy-officer');
  await signInAs(context, 'auditor');
});

afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

const erase = (approvers: readonly string[], input: string): ReturnType<typeof runInProcess> =>
  runInProcess(
    [
      'audit',
      'erase',
      '--subject',
      'li.na@example.com',
      '--basis',
      'gdpr-17-1-b',
      '--reason',
      'Li Na asks for it.',
      ...approvers.flatMap((name) => ['--approver', name]),
    ],
    { environment, input },
  );

describe('audit erase', () => {
  it('takes two people with their passwords, and leaves both in the log', { timeout: 120_000 }, async () => {
    const both = `${ADMIN_PASSWORD}\n${ADMIN_PASSWORD}\n`;
    expect((await erase([officer], both)).code).toBe(64);
    expect((await erase([officer, officer], both)).code).not.toBe(0);
    expect((await erase([auditor, officer], both)).err).toContain('audit:erase');
    expect((await erase([officer, auditor], `${ADMIN_PASSWORD}\nwrong\n`)).code).not.toBe(0);
    const done = await erase([officer, auditor], both);

    expect(JSON.parse(done.out)).toMatchObject({ state: 'done' });
    const log = await runInProcess(['audit', 'export', '--format', 'jsonl'], { environment });
    const lines: { type: string }[] = log.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.filter(({ type }) => type === 'content.erased')).toHaveLength(1);
    expect(log.out).not.toContain('li.na@example.com');
  });
});
