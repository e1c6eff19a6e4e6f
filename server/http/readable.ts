import type { Principal } from '../domain/principal.ts';
import { AppError } from '../errors.ts';
import type { Services } from './services.ts';

/** @throws AppError ERR_NOT_FOUND alike for a collection that is not there and one this caller may not read. */
export async function assertReadable(
  { knowledge, policies }: Pick<Services, 'knowledge' | 'policies'>,
  principal: Principal,
  collection: string,
): Promise<void> {
  const readable = policies.readable(principal, await knowledge.collections());
  if (!readable.includes(collection)) {
    throw new AppError('ERR_NOT_FOUND', 'The collection does not exist, or you may not read it.', {
      status: 404,
    });
  }
}
