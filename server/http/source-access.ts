import type { Principal } from '../domain/principal.ts';
import { AppError } from '../errors.ts';
import type { Source } from '../knowledge/sources/source.ts';
import type { GrantablePermission } from '../policy/permissions.ts';
import { findPermitted } from './collection-access.ts';
import type { Services } from './services.ts';

/**
 * A source of a collection in which this caller may do this.
 * @throws AppError ERR_NOT_FOUND alike whether it exists or not
 */
export async function findPermittedSource(
  services: Services,
  principal: Principal,
  action: GrantablePermission,
  id: string,
): Promise<Source> {
  const found = await services.sources.find(id);
  try {
    // No collection has an empty id: what is not there is denied as what is there and closed.
    await findPermitted(services, principal, action, found?.collection ?? '');
  } catch (error) {
    throw error instanceof AppError && error.code === 'ERR_NOT_FOUND' ? notThere() : error;
  }
  if (found === undefined) throw notThere();
  return found;
}

function notThere(): AppError {
  return new AppError('ERR_NOT_FOUND', 'The source does not exist, or you may not do this with it.', {
    status: 404,
  });
}
