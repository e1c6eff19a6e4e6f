import { z } from 'zod';
import { type Alert, alertKinds, alertLevels } from '../../desk/alerts.ts';
import type { Overview } from '../../desk/overview.ts';
import type { Latency } from '../../insights/summarize.ts';

const milliseconds = z.int();
const latency = z
  .object({ p50: milliseconds, p95: milliseconds })
  .meta({ id: 'Latency', description: 'Half, and 95 of a hundred, took at most so many milliseconds.' });

const outcomes = z
  .object({
    answered: z.int(),
    quoted: z.int(),
    approved: z.int(),
    declined: z.int(),
    chatted: z.int(),
    failed: z.int(),
  })
  .meta({ id: 'OutcomeCounts', description: 'How many exchanges ended in which way.' });

const exchanges = z.object({
  total: z.int(),
  unit: z.enum(['hour', 'day']),
  outcomes,
  latency: latency.optional(),
  buckets: z.array(z.object({ from: z.string(), outcomes, latency: latency.optional() })),
  models: z.array(z.object({ model: z.string(), exchanges: z.int(), latency: latency.optional() })),
  masked: z.array(z.object({ type: z.string(), count: z.int() })),
  failures: z.array(z.object({ code: z.string(), count: z.int() })),
  languages: z.array(z.object({ language: z.string(), count: z.int() })),
  ratings: z.object({ up: z.int(), down: z.int() }),
});

const host = z.object({
  memory: z.object({
    totalMib: z.int(),
    freeMib: z.int(),
    serverMib: z.int(),
    models: z.array(z.object({ model: z.string(), mib: z.int() })),
  }),
  uptimeSeconds: z.int(),
  disk: z.object({ totalBytes: z.int(), freeBytes: z.int() }),
});

const alert = z
  .object({
    kind: z.enum(alertKinds),
    level: z.enum(alertLevels),
    subject: z.string().optional().meta({ description: 'Id of the model it is about.' }),
    count: z.int().optional().meta({ description: 'How many, or how many bytes are free.' }),
    share: z.number().optional(),
    at: z.string().optional(),
  })
  .meta({ id: 'Alert', description: 'Something that somebody should look at.' });

export const overview = z
  .object({ exchanges, host, alerts: z.array(alert) })
  .meta({ id: 'Overview', description: 'Figures of a time, the machine now, and what needs a look.' });

export function presentOverview({
  exchanges: summary,
  host: facts,
  alerts,
}: Overview): z.input<typeof overview> {
  const { buckets, models, masked, failures, languages, latency: whole, ...rest } = summary;
  return {
    exchanges: {
      ...rest,
      ...optional(whole),
      buckets: buckets.map(({ from, outcomes: counts, latency: times }) => ({
        from: from.toISOString(),
        outcomes: counts,
        ...optional(times),
      })),
      models: models.map(({ model, exchanges: count, latency: times }) => ({
        model,
        exchanges: count,
        ...optional(times),
      })),
      masked: [...masked],
      failures: [...failures],
      languages: [...languages],
    },
    host: { ...facts, memory: { ...facts.memory, models: [...facts.memory.models] } },
    alerts: alerts.map(presentAlert),
  };
}

function optional(times: Latency | undefined): { latency?: Latency } {
  return times === undefined ? {} : { latency: times };
}

function presentAlert({ at, ...rest }: Alert): z.input<typeof alert> {
  return { ...rest, ...(at === undefined ? {} : { at: at.toISOString() }) };
}
