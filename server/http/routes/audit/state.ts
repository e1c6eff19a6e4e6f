import { z } from 'zod';
import { jobStates } from '../../../jobs/job.ts';
import { verificationResult } from '../../../pipeline/audit-verification.ts';
import { anchoring, presentAnchoring } from '../../presenters/anchoring.ts';
import { defineRoute, nothing, type Route } from '../../define-route.ts';
import type { Services } from '../../services.ts';

const checkpoint = z.object({
  size: z.int().meta({ description: 'Entries it covers.' }),
  at: z.string().optional().meta({ description: 'When it was signed, if this run has signed it.' }),
  key: z.string().meta({ description: 'Id of the key that signs, as in the verifier key.' }),
  failing: z.boolean().meta({ description: 'Whether the entries after it could not be signed.' }),
});

const task = z.object({
  job: z.string(),
  state: z.enum(jobStates),
  progress: z.number(),
  error: z.string().optional(),
  updatedAt: z.string(),
});

export function auditState({ audit, auditVerification, jobs, clock }: Services): Route {
  return defineRoute({
    method: 'get',
    path: '/api/audit/state',
    summary: 'How far the audit log reaches, its newest checkpoint, and what the last verification found.',
    tag: 'Audit',
    permission: 'audit:verify',
    errors: 'api',
    bodyKind: 'none',
    params: nothing,
    query: nothing,
    body: nothing,
    status: 200,
    response: z.object({
      origin: z.string(),
      size: z.int(),
      checkpoint,
      anchoring,
      verification: verificationResult
        .meta({ id: 'AuditVerification', description: 'What a verification of the audit log found.' })
        .optional(),
      task: task.optional().meta({ description: 'The newest verification that runs as a job.' }),
    }),
    async handler() {
      const { origin, size, keyId, checkpoint: newest, anchoring: anchors } = audit.state();
      const verification = await auditVerification.last();
      const [job] = await jobs.recent(['verify-audit'], 1);
      return {
        origin,
        size,
        checkpoint: {
          size: newest.size,
          key: keyId,
          failing: newest.failing,
          ...(newest.at === undefined ? {} : { at: newest.at.toISOString() }),
        },
        anchoring: presentAnchoring(anchors, clock.now()),
        ...(verification === undefined ? {} : { verification }),
        ...(job === undefined
          ? {}
          : {
              task: {
                job: job.id,
                state: job.state,
                progress: job.progress,
                updatedAt: job.updatedAt.toISOString(),
                ...(job.error === undefined ? {} : { error: job.error }),
              },
            }),
      };
    },
  });
}
