import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '../server/config/load-config.ts';
import { type AppContext, createContext } from '../server/context.ts';
import { createLogger } from '../server/logger.ts';
import { findProduct } from '../server/product.ts';
import { systemClock } from '../server/util/clock.ts';
import { systemRandom } from '../server/util/random.ts';
import { ensureBuilt } from './ensure-built.mjs';

/** The whole product with its starter models on an empty data folder, which goes when it is closed. */
export async function openProduct(): Promise<AppContext> {
  ensureBuilt({ only: 'server' });
  const data = mkdtempSync(join(tmpdir(), 'intramura-eval-'));
  const remove = (): void => rmSync(data, { recursive: true, force: true });
  const product = findProduct(import.meta.url);
  const environment = { ...process.env, INTRAMURA_DATA: data, INTRAMURA_SAMPLES: 'off' };
  try {
    const context = await createContext({
      config: loadConfig(environment, { working: product.dir, product: product.dir }),
      product,
      logger: createLogger('error'),
      clock: systemClock,
      random: systemRandom,
      loading: 'at-start',
    });
    return {
      ...context,
      async [Symbol.asyncDispose]() {
        await context[Symbol.asyncDispose]();
        remove();
      },
    };
  } catch (error) {
    remove();
    throw error;
  }
}
