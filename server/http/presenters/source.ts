import { z } from 'zod';
import { roles } from '../../domain/principal.ts';
import type { Job } from '../../jobs/job.ts';
import { sourceKinds, sourceSettings } from '../../knowledge/connectors/source-settings.ts';
import {
  LONGEST_INTERVAL,
  SHORTEST_INTERVAL,
  type Source,
  sourceDefaults,
  sourceRun,
} from '../../knowledge/sources/source.ts';
import { classifications } from '../../policy/resource.ts';

const interval = z.int().min(SHORTEST_INTERVAL).max(LONGEST_INTERVAL);
const line = z.string().trim().min(1).max(200);
const settings = sourceSettings.meta({ id: 'SourceSettings', description: 'Where documents come from.' });

const defaults = sourceDefaults.extend({
  classification: z.enum(classifications).optional(),
  readers: z.array(z.enum(roles)).optional(),
});

export const credentials = z
  .strictObject({ user: z.string().max(500), secret: z.string().min(1).max(5000) })
  .meta({
    id: 'SourceCredentials',
    description: 'Name and password or token. Kept sealed, and never given back.',
  });

export const source = z
  .object({
    id: z.string(),
    collection: z.string(),
    name: z.string(),
    kind: z.enum(sourceKinds),
    settings,
    hasCredentials: z.boolean(),
    intervalSeconds: z.int(),
    defaults,
    enabled: z.boolean(),
    createdAt: z.string(),
    nextRunAt: z.string().optional(),
    /** What is done with it now. */
    work: z
      .object({
        job: z.string(),
        state: z.enum(['queued', 'running']),
        stage: z.string().optional(),
        progress: z.number(),
      })
      .optional(),
    lastRun: sourceRun.optional(),
  })
  .meta({ id: 'DocumentSource', description: 'A place that documents of a collection come from.' });

export const newSource = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'must be lower-case letters, digits and dashes'),
    collection: z.string().max(64),
    name: line,
    settings,
    credentials: credentials.optional(),
    intervalSeconds: interval.optional(),
    defaults: defaults.default({}),
  })
  .meta({ id: 'NewDocumentSource', description: 'A source to add.' });

export const sourceChange = z
  .strictObject({
    name: line.optional(),
    settings: settings.optional(),
    /** Absent keeps them, null forgets them. */
    credentials: credentials.nullable().optional(),
    intervalSeconds: interval.optional(),
    defaults: defaults.optional(),
    enabled: z.boolean().optional(),
  })
  .refine((change) => Object.values(change).some((value) => value !== undefined), 'must change something')
  .meta({ id: 'DocumentSourceChange', description: 'What to change in a source; the rest stays.' });

export function presentSource(held: Source, job: Job | undefined): z.input<typeof source> {
  const { id, collection, name, hasCredentials, intervalSeconds, enabled, createdAt, nextRunAt, lastRun } =
    held;
  const work = job === undefined ? undefined : presentWork(job);
  return {
    id,
    collection,
    name,
    kind: held.settings.kind,
    settings: held.settings,
    hasCredentials,
    intervalSeconds,
    defaults: defaults.parse(held.defaults),
    enabled,
    createdAt,
    ...(nextRunAt === undefined ? {} : { nextRunAt }),
    ...(work === undefined ? {} : { work }),
    ...(lastRun === undefined ? {} : { lastRun }),
  };
}

function presentWork({ id: job, state, stage, progress }: Job): z.input<typeof source>['work'] {
  if (state !== 'queued' && state !== 'running') return undefined;
  return { job, state, progress, ...(stage === undefined ? {} : { stage }) };
}
