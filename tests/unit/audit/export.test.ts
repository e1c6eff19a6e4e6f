import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportEntries, type ExportFormat } from '../../../server/audit/export.ts';
import { hashLeaf, parseLeaf } from '../../../server/audit/leaf.ts';
import { toCef } from '../../../server/audit/export-cef.ts';
import type { LogFolder } from './log-fixture.ts';
import { createHonestLog } from './tampered-log.ts';

let folder: LogFolder;

beforeAll(async () => {
  folder = await createHonestLog();
});

afterAll(() => folder[Symbol.dispose]());

async function linesOf(format: ExportFormat): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of exportEntries(folder.options.path, format)) lines.push(line);
  return lines;
}

describe('an export', () => {
  it('as JSON Lines has the stored leaves, whose hashes form the chain', async () => {
    let prev = '0'.repeat(64);
    const lines = await linesOf('jsonl');
    for (const line of lines) {
      expect(JSON.parse(line)).toMatchObject({ prev });
      prev = hashLeaf(line);
    }
    expect(lines).toHaveLength(42);
  });

  it('for OCSF has an event of the right class for each entry, tied to it by its hash', async () => {
    const leaves = await linesOf('jsonl');
    const events: Record<string, unknown>[] = (await linesOf('ocsf')).map((line) => JSON.parse(line));
    expect(events).toHaveLength(42);
    for (const [index, event] of events.entries()) {
      expect(event).toMatchObject({
        class_uid: 6003,
        category_uid: 6,
        type_uid: 600_300 + Number(event['activity_id']),
        time: expect.any(Number),
        severity_id: expect.any(Number),
        metadata: { version: '1.8.0', sequence: index + 1, uid: hashLeaf(leaves[index] ?? '') },
      });
    }
    expect(events[2]).toMatchObject({
      activity_id: 1,
      actor: { user: { uid: 'user_17', type: 'user' } },
      api: { operation: 'exchange.intended' },
      ai_model: { name: 'starter' },
      metadata: { profiles: ['ai_operation'], correlation_uid: 'ex_0_0' },
    });
  });

  it('for CEF has a line for each entry', async () => {
    const lines = await linesOf('cef');
    expect(lines).toHaveLength(42);
    expect(lines[2]).toMatch(
      /^CEF:0\|Intramura\|Intramura\|1\.2\.3\|exchange\.intended\|exchange\.intended\|1\|rt=\d{13} externalId=3 deviceExternalId=intramura\/[0-9a-f]{32} outcome=success suid=user_17 cs1Label=leaf cs1=[0-9a-f]{64} cs2Label=exchange cs2=ex_0_0 cs3Label=model cs3=starter$/,
    );
  });

  it('for CEF escapes what would end a field', async () => {
    const [, , line = ''] = await linesOf('jsonl');
    const leaf = parseLeaf({ ...JSON.parse(line), exchange: 'a=b\\c', version: '1|2' });
    expect(leaf && toCef(leaf, '')).toMatch(/\|1\\\|2\|.* cs2=a\\=b\\\\c /);
  });
});
