import { z } from 'zod';
import { laws } from '../../../audit/compliance/clause.ts';
import type { ClauseReport } from '../../../audit/compliance/clause-report.ts';
import { defineRoute, nothing, type Route } from '../../define-route.ts';
import type { Services } from '../../services.ts';

const wording = z.object({ en: z.string(), zh: z.string() });

const clause = z
  .object({
    id: z.string(),
    law: z.enum(laws),
    number: z.string().meta({ description: 'As the law numbers it.' }),
    asks: wording,
    evidence: z.array(
      z.object({
        shows: wording,
        types: z.array(z.string()).meta({ description: 'Types of entries that were counted.' }),
        count: z.int(),
        first: z.int().optional().meta({ description: 'Number of the first of them.' }),
        last: z.int().optional(),
      }),
    ),
    also: wording.optional().meta({ description: 'What of the product, beside entries, answers it.' }),
    left: wording.optional().meta({ description: 'What the organisation must see to itself.' }),
    fromMemory: z.boolean().optional().meta({ description: 'Read from memory, not from a summary.' }),
  })
  .meta({
    id: 'ClauseReport',
    description: 'What the log has to show for a clause. It never says that a law is kept.',
  });

export function reportCompliance({ audit }: Services): Route {
  return defineRoute({
    method: 'get',
    path: '/api/audit/compliance',
    summary: 'What the entries of a period show for clauses of laws and standards. The log records who asks.',
    tag: 'Audit',
    permission: 'audit:read',
    errors: 'api',
    bodyKind: 'none',
    params: nothing,
    query: z.object({
      clause: z
        .string()
        .max(64)
        .optional()
        .meta({ description: 'A clause, or the start of several: pci-10.2.' }),
      from: z.iso.datetime({ precision: 3 }).optional(),
      to: z.iso.datetime({ precision: 3 }).optional().meta({ description: 'The first moment after it.' }),
    }),
    body: nothing,
    status: 200,
    response: z.object({ clauses: z.array(clause) }),
    async handler({ query: { clause: id, from, to }, principal }) {
      const reports = await audit.report(principal, {
        ...(id === undefined ? {} : { clause: id }),
        ...(from === undefined ? {} : { from }),
        ...(to === undefined ? {} : { to }),
      });
      return { clauses: reports.map(presentClause) };
    },
  });
}

function presentClause({ evidence, ...rest }: ClauseReport): z.input<typeof clause> {
  return { ...rest, evidence: evidence.map(({ types, ...found }) => ({ ...found, types: [...types] })) };
}
