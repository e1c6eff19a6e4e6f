import { z } from 'zod';
import { createLogger } from '../logger.ts';
import { systemClock } from '../util/clock.ts';
import { maintainIndex } from './lance-index.ts';

/** The program that maintain-apart.ts starts. */
const order = z.object({ directory: z.string(), dimensions: z.int() });

// The server is gone, and another one may already write.
process.once('disconnect', () => process.exit(1));

process.once('message', (message) => void maintain(message));

async function maintain(message: unknown): Promise<void> {
  try {
    await maintainIndex({ ...order.parse(message), clock: systemClock, logger: createLogger('silent') });
    process.exit(0);
  } catch {
    process.exit(1);
  }
}
