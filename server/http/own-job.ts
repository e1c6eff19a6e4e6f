import type { Principal } from '../domain/principal.ts';
import { AppError } from '../errors.ts';
import type { Job } from '../jobs/job.ts';
import type { JobQueue } from '../jobs/job-queue.ts';

/** @throws AppError ERR_NOT_FOUND alike for a job that is not there and one of somebody else */
export async function findOwnJob(jobs: JobQueue, principal: Principal, id: string): Promise<Job> {
  const found = await jobs.get(id);
  if (found !== undefined && found.createdBy === principal.id) return found;
  throw new AppError('ERR_NOT_FOUND', 'You have no job with this id.', { status: 404 });
}
