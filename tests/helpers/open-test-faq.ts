import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AppDatabase, openAppDatabase } from '../../server/db/database.ts';
import type { MaskedText } from '../../server/domain/masked.ts';
import { type Faq, type FaqContents, type FaqOptions, openFaq } from '../../server/knowledge/faq/faq.ts';
import { type Gaps, openGaps } from '../../server/knowledge/gaps/gaps.ts';
import { createLogger } from '../../server/logger.ts';
import { loadMaskProfiles } from '../../server/redaction/mask-profile.ts';
import { createRedactor, type Redactor } from '../../server/redaction/redactor.ts';
import type { Clock } from '../../server/util/clock.ts';
import { systemRandom } from '../../server/util/random.ts';
import { createSealedBox } from '../../server/util/sealed-box.ts';
import { embedByCharacters } from './open-test-knowledge.ts';

export interface TestFaq extends AsyncDisposable {
  readonly faq: Faq;
  readonly gaps: Gaps;
  readonly db: AppDatabase;
  readonly options: FaqOptions;
  readonly directory: string;
  readonly redactor: Redactor;
  /** Sets the clock. */
  at(time: string): void;
  mask(text: string): Promise<MaskedText>;
  /** Writes, submits and approves by two people. Returns the id. */
  publish(contents: Partial<FaqContents>, collection?: string): Promise<string>;
  /** The gap list as it is after a restart. */
  reopenGaps(): Promise<Gaps>;
}

export const someAnswer: FaqContents = {
  question: 'How long is a mortgage offer valid?',
  paraphrases: [],
  answer: 'A mortgage offer is valid for 30 days.',
  languages: ['en', 'zh'],
  owner: 'Lending',
  readers: [],
  sources: [],
  expiresAt: '2030-01-01T00:00:00.000Z',
};

/** FAQ and gap list on an empty database with two collections and a clock that stands. */
export async function openTestFaq(): Promise<TestFaq> {
  const directory = await mkdtemp(join(tmpdir(), 'intramura-faq-'));
  let now = new Date('2026-01-01T12:00:00.000Z');
  const clock: Clock = { now: () => now };
  const db = await openAppDatabase(join(directory, 'app.db'), clock);
  for (const id of ['handbook', 'merger']) {
    const row = { id, name: id, classification: 'internal', readers: '[]', created_at: now.toISOString() };
    await db.insertInto('collections').values(row).execute();
  }
  const redactor = createRedactor({ profiles: loadMaskProfiles('policies/redaction'), random: systemRandom });
  const openVault = () => redactor.openVault('baseline');
  const options = {
    db,
    clock,
    random: systemRandom,
    embed: embedByCharacters,
    embedder: 'characters',
    openVault,
  };
  const faq = await openFaq(options);
  const box = createSealedBox(Buffer.alloc(32, 7), 'gaps', systemRandom);
  const logger = createLogger('silent');
  const openList = (): Promise<Gaps> => openGaps({ ...options, box, logger });
  return {
    faq,
    gaps: await openList(),
    db,
    options,
    directory,
    redactor,
    at: (time) => void (now = new Date(time)),
    mask: (text) => openVault().mask(text),
    async publish(contents, collection = 'handbook') {
      const written = { collection, author: 'usr_writer', contents: { ...someAnswer, ...contents } };
      const { id } = await faq.create(written);
      const { draft } = await faq.submit(id);
      await faq.approve(id, { approver: 'usr_approver', digest: draft?.digest ?? '' });
      return id;
    },
    reopenGaps: openList,
    async [Symbol.asyncDispose]() {
      await db.destroy();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
