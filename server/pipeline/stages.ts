import type { AuditLog } from '../audit/audit-log.ts';
import type { Inbound } from '../domain/exchange.ts';
import { toAppError } from '../errors.ts';
import type { Faq } from '../knowledge/faq/faq.ts';
import type { Gaps } from '../knowledge/gaps/gaps.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { keepValues } from '../redaction/keep-values.ts';
import { maskExchange } from '../redaction/mask-exchange.ts';
import type { Redactor } from '../redaction/redactor.ts';
import { type AdmitDeps, createAdmit } from './admit.ts';
import type { Stages } from './answer.ts';
import type { GenerateDeps } from './draft.ts';
import { fitEvidence } from './fit-evidence.ts';
import { createGenerate } from './generate.ts';
import { missedQuestion } from './missed-question.ts';
import { restore } from './restore.ts';

export interface StagesDeps extends AdmitDeps, GenerateDeps {
  readonly audit: AuditLog;
  readonly knowledge: Knowledge;
  readonly redactor: Redactor;
  readonly faq: Pick<Faq, 'answer'>;
  readonly gaps: Pick<Gaps, 'note'>;
}

/** What the documents alone answer, without a trace on the gap list: for measuring them. */
export const documentsOnly: Pick<StagesDeps, 'faq' | 'gaps'> = {
  faq: { answer: () => Promise.resolve(undefined) },
  gaps: { note: () => undefined },
};

/** The stages of the pipeline with their real parts. */
export function createStages(deps: StagesDeps): Stages {
  const { audit, knowledge, redactor, faq, gaps } = deps;
  return {
    admit: createAdmit(deps),
    mask: async (admitted) => maskExchange(redactor, admitted, await admitted.valueStore?.load()),
    ground: async (masked) => (await faq.answer(masked)) ?? fitEvidence(deps, await knowledge.ground(masked)),
    keep: keepValues,
    recordIntent: (kept) => audit.recordIntent(kept),
    generate: createGenerate(deps),
    recordOutcome: (generated) => audit.recordOutcome(generated),
    noteGap(recorded) {
      const missed = missedQuestion(recorded);
      if (missed !== undefined) gaps.note(missed);
    },
    restore,
    recordRefusal: (inbound, error) => recordRefusal(audit, inbound, error),
  };
}

async function recordRefusal(audit: AuditLog, inbound: Inbound, error: unknown): Promise<void> {
  const { code } = toAppError(error);
  if (code === 'ERR_AUDIT_UNAVAILABLE') return;
  await audit.recordEvent({ type: 'exchange.refused', actor: inbound.principal, exchange: inbound.id, code });
}
