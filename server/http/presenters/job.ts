import { z } from 'zod';
import { type Job, jobStates } from '../../jobs/job.ts';

export const job = z
  .object({
    id: z.string(),
    state: z.enum(jobStates),
    progress: z.number(),
    error: z.string().optional(),
  })
  .meta({ id: 'Job', description: 'Work that goes on after the request; progress is between 0 and 1.' });

export function presentJob({ id, state, progress, error }: Job): z.input<typeof job> {
  return { id, state, progress, ...(error === undefined ? {} : { error }) };
}
