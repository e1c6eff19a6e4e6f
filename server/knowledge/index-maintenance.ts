import { createLogger } from '../logger.ts';
import { systemClock } from '../util/clock.ts';
import { maintainIndex } from './index-store.ts';

/** The program that maintain-apart.ts starts: `index-maintenance DIRECTORY DIMENSIONS`. */
const [directory = '', dimensions] = process.argv.slice(2);

// The server is gone, and another one may already write.
process.stdin.resume().once('end', () => process.exit(1));

await maintainIndex({
  directory,
  dimensions: Number(dimensions),
  clock: systemClock,
  logger: createLogger('silent'),
});
process.exit(0);
