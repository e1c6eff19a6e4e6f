import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AuditLogOptions, openAuditLog } from '../../../server/audit/audit-log.ts';
import { createSigner } from '../../../server/audit/signer/create-signer.ts';
import type { SignerSettings } from '../../../server/audit/signer/signer.ts';
import { localLog, verifyAuditLog } from '../../../server/audit/verify.ts';
import type { VerifyOptions, VerifyReport } from '../../../server/audit/verify.ts';
import type { Admitted, Generated, Grounded, Kept, Intended } from '../../../server/domain/exchange.ts';
import { loadMaskProfiles } from '../../../server/redaction/mask-profile.ts';
import { maskExchange } from '../../../server/redaction/mask-exchange.ts';
import { createRedactor } from '../../../server/redaction/redactor.ts';
import type { Clock } from '../../../server/util/clock.ts';
import { systemRandom } from '../../../server/util/random.ts';

/** A folder with what a log needs, gone when disposed. */
export interface LogFolder extends Disposable {
  readonly dir: string;
  readonly options: AuditLogOptions;
  /** Verifies against the folder's own checkpoints. */
  verify(extra?: Partial<VerifyOptions>): Promise<VerifyReport>;
}

/** A clock that advances by 10 ms with every look. */
export function tickingClock(start = Date.UTC(2026, 0, 5, 9)): Clock {
  let now = start;
  return { now: () => new Date((now += 10)) };
}

/** Where the signer of a log in a folder finds what it needs. */
export function signerSettings(dir: string): SignerSettings {
  return { stateDir: join(dir, 'signer'), keyPath: join(dir, 'signing.pem'), logPath: join(dir, 'audit.db') };
}

/** A new folder, or the one given. */
export function createLogFolder(existing?: string): LogFolder {
  const dir = existing ?? mkdtempSync(join(tmpdir(), 'intramura-audit-'));
  const options: AuditLogOptions = {
    path: join(dir, 'audit.db'),
    checkpointDir: join(dir, 'checkpoints'),
    signingKeyPath: join(dir, 'signing.pem'),
    openSigner: () => createSigner(signerSettings(dir)),
    keysPath: join(dir, 'audit-keys.db'),
    epochKeyDir: join(dir, 'epoch'),
    clock: tickingClock(),
    random: systemRandom,
    policyBundle: 'b'.repeat(64),
    version: '1.2.3',
  };
  return {
    dir,
    options,
    verify: (extra = {}) => verifyAuditLog({ ...localLog(options), ...extra }),
    [Symbol.dispose]: () => rmSync(dir, { recursive: true, force: true }),
  };
}

/** One run with nothing in it but its start and stop. */
export async function openAndClose({ options }: LogFolder): Promise<void> {
  const log = await openAuditLog(options);
  await log[Symbol.asyncDispose]();
}

export const actor = { kind: 'user', id: 'user_17' } as const;

export const QUESTION = 'My mobile is 13812345678 and my mail li.na@example.com. Which fee applies?';
export const ANSWER = 'The fee is 2 percent [1].';

/** With time enough on a machine that does much else: how fast masking is, is not the point here. */
const redactor = createRedactor({
  profiles: loadMaskProfiles('policies/redaction'),
  random: systemRandom,
  deadlineMs: 120_000,
});

/** An exchange that is ready for its intent. */
export async function groundedExchange(id: string, question: string = QUESTION): Promise<Kept> {
  const admitted: Admitted = {
    id,
    principal: { ...actor, name: 'Li Na', roles: ['member'] },
    model: {
      id: 'starter',
      purpose: 'chat',
      title: 'Starter',
      path: 'starter.gguf',
      files: { 'starter.gguf': 'a'.repeat(64) },
      licence: 'Apache-2.0',
      contextTokens: 2048,
      memoryMib: 100,
    },
    collections: ['handbook'],
    groups: [],
    obligations: { maskProfile: 'baseline', restore: 'all', grounding: 'free', unsupported: 'remove' },
    policy: { bundle: 'c'.repeat(64), reasons: ['members-may-chat'] },
    sampling: { maxTokens: 200, temperature: 0.7, topP: 0.95, stop: [] },
    format: { kind: 'text' },
    signal: new AbortController().signal,
    attached: [],
    messages: [{ role: 'user', content: question }],
  };
  const masked = await maskExchange(redactor, admitted);
  const grounded: Grounded = {
    ...masked,
    question: await masked.vault.mask(question),
    grounding: 'free',
    strength: 'strong',
    evidence: [
      {
        number: 1,
        chunk: 'chunk_1',
        document: 'doc_1',
        collection: 'handbook',
        title: await masked.vault.mask('Fees'),
        location: await masked.vault.mask('Fees'),
        sentence: await masked.vault.mask('The fee is 2 percent.'),
        plain: await masked.vault.mask('The fee is 2 percent.'),
        sufficient: true,
        score: 0.8314,
      },
    ],
  };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- no conversation would have to know its values again
  return grounded as Kept;
}

/** The exchange with an answer. */
export function generatedFrom(intended: Intended, answer: string = ANSWER): Generated {
  return {
    ...intended,
    prompt: intended.messages,
    answer,
    cited: intended.evidence,
    decision: 'answered',
    check: { supported: 1, removed: 0 },
    finish: 'stop',
    usage: { promptTokens: 40, completionTokens: 9 },
  };
}
