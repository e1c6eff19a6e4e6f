import type { AppContext } from '../context.ts';
import type { Principal } from '../domain/principal.ts';
import { type Credentials, describeCredentials, firstStart } from '../first-start.ts';
import { createLogger } from '../logger.ts';
import { systemClock } from '../util/clock.ts';
import { systemRandom } from '../util/random.ts';
import type { Terminal } from './command.ts';
import { configOf } from './config-of.ts';

/** The product, and the local administrator in whose name the command acts. */
export interface CommandContext extends AppContext {
  readonly administrator: Principal;
}

/**
 * Opens the product for one command and closes it afterwards. On an empty data directory it does what the first
 * start does. Whoever may read the data directory is its administrator; the audit log says what they did.
 */
export async function withContext<T>(
  terminal: Terminal,
  run: (context: CommandContext) => Promise<T>,
  announce: (credentials: Credentials) => void = (made) => void terminal.err.write(describeCredentials(made)),
): Promise<T> {
  // The whole product takes two seconds to load; what is wrong with the arguments has been told by now.
  const { createContext } = await import('../context.ts');
  const config = configOf(terminal);
  const logger = createLogger(terminal.environment['INTRAMURA_LOG_LEVEL'] ?? 'warn');
  await using context = await createContext({
    config,
    product: terminal.product,
    logger,
    clock: systemClock,
    random: systemRandom,
    loading: 'on-demand',
  });
  const administrator = await firstStart(context, terminal.environment, announce);
  return await run({ ...context, administrator });
}
