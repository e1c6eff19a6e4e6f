import type { Principal } from '../domain/principal.ts';
import { toAppError } from '../errors.ts';
import type { Services } from './services.ts';

/** A model that is denied or not there leaves an entry, as it does when it is asked to chat. */
export async function refusalRecorded<T>(
  { audit }: Services,
  actor: Principal,
  exchange: string,
  run: () => Promise<T>,
): Promise<T> {
  try {
    return await run();
  } catch (error) {
    const { code } = toAppError(error);
    if (code === 'ERR_MODEL_UNKNOWN' || code === 'ERR_POLICY_DENIED')
      await audit.recordEvent({ type: 'exchange.refused', actor, exchange, code });
    throw error;
  }
}
